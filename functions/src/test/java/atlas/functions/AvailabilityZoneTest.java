package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AvailabilityZoneTest {
    private final Queue<String> bodies = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer metadata;

    @BeforeEach
    void serveMetadata() throws IOException {
        metadata = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        metadata.createContext("/2026-01-15/metadata/execution-environment", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = bodies.remove().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.length == 0 ? 500 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        metadata.start();
    }

    @AfterEach
    void stop() {
        metadata.stop(0);
    }

    @Test
    void asksTheMetadataEndpointOnce() {
        bodies.add("{\"AvailabilityZoneID\":\"use1-az4\",\"Later\":1}");
        var zone = zone();
        assertEquals("use1-az4", zone.get());
        assertEquals("use1-az4", zone.get());
        assertEquals(List.of("Bearer token-of-this-environment"), asked);
    }

    @Test
    void staysUnknownUntilTheEndpointAnswers() {
        bodies.add("");
        bodies.add("not json");
        bodies.add("{\"AvailabilityZoneID\":\"use1-az4\"}");
        var zone = zone();
        assertEquals("unknown", zone.get());
        assertEquals("unknown", zone.get());
        assertEquals("use1-az4", zone.get());
    }

    @Test
    void isUnknownOutsideLambda() {
        assertEquals("unknown", new AvailabilityZone(Map.<String, String>of()::get).get());
    }

    private AvailabilityZone zone() {
        return new AvailabilityZone(Map.of(
                "AWS_LAMBDA_METADATA_API",
                "127.0.0.1:" + metadata.getAddress().getPort(),
                "AWS_LAMBDA_METADATA_TOKEN",
                "token-of-this-environment")::get);
    }
}
