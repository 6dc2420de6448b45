package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    /** As the task metadata endpoint version 4 answers, cut down to a few of its fields. */
    private static final String TASK = """
            {
              "Cluster": "arn:aws:ecs:us-west-2:111122223333:cluster/default",
              "TaskARN": "arn:aws:ecs:us-west-2:111122223333:task/default/e9028f8d5d8e4f258373e7b93ce9a3c3",
              "Family": "curltest",
              "DesiredStatus": "RUNNING",
              "Limits": {"CPU": 0.25, "Memory": 512},
              "AvailabilityZone": "us-west-2d",
              "LaunchType": "FARGATE"
            }""";

    private HttpServer metadata;
    private volatile String task = TASK;

    @BeforeEach
    void startMetadataEndpoint() throws IOException {
        metadata = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        metadata.createContext("/v4/some-container/task", exchange -> {
            byte[] body = task.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        metadata.start();
    }

    @AfterEach
    void stopMetadataEndpoint() {
        metadata.stop(0);
    }

    @Test
    void knowsFromEcsWhichTaskItIsAndWhere() {
        assertEquals(new Place("e9028f8d5d8e4f258373e7b93ce9a3c3", "us-west-2d"), find(Map.of()));
    }

    @Test
    void believesWhatItIsToldBeforeWhatEcsSays() {
        assertEquals(new Place("blue", "us-west-2d"), find(Map.of("ATLAS_INSTANCE", "blue")));
        assertEquals(new Place("e9028f8d5d8e4f258373e7b93ce9a3c3", "here"), find(Map.of("ATLAS_ZONE", "here")));
    }

    @Test
    void fallsBackToTheHostWhenEcsDoesNotTell() throws IOException {
        var host = new Place(InetAddress.getLocalHost().getHostName(), "local");
        task = "{}";
        assertEquals(host, find(Map.of()));
        task = "<html>";
        assertEquals(host, find(Map.of()));
        metadata.stop(0);
        assertEquals(host, find(Map.of()));
    }

    @Test
    void isTheHostOutsideEcs() throws IOException {
        Map<String, String> nothing = Map.of();
        assertEquals(
                new Place(InetAddress.getLocalHost().getHostName(), "local"),
                Whereabouts.from(new Environment(nothing::get)).find());
    }

    private Place find(Map<String, String> told) {
        var variables = new HashMap<>(told);
        variables.put(
                "ECS_CONTAINER_METADATA_URI_V4",
                "http://127.0.0.1:" + metadata.getAddress().getPort() + "/v4/some-container");
        return Whereabouts.from(new Environment(variables::get)).find();
    }
}
