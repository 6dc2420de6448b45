package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.http.Request;
import atlas.http.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process gets a real SIGTERM while it has more to do than the drain is long. */
class DrainIT {
    private static final int SIGTERM = 143;
    /** All inside the set, off its largest parts: most of a second of work. */
    private static final String SLOW_TILE = "/tiles/7/60/40.png?iterations=";

    private static final String POSTER = "{\"zoom\":7,\"x\":59,\"y\":39,\"columns\":1,\"rows\":1,\"iterations\":5000}";

    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"([^\"]*)\"");

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private ServerProcess server;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        server = new ServerProcess(
                Map.of("ATLAS_THREADS", "1", "ATLAS_DRAIN_SECONDS", "2", "ATLAS_DATA_DIR", folder.toString()));
    }

    @AfterEach
    void stop() {
        server.close();
        clients.shutdownNow();
    }

    @Test
    void answersAllItAcceptedThenExits() throws Exception {
        List<Future<Response>> inFlight = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            inFlight.add(get(SLOW_TILE + (3500 + i)));
        }
        server.terminate();
        Await.until("readiness to flip", () -> get("/health").get().status() == 503);

        Response whileDraining = get("/tiles/0/0/0.png").get();
        assertEquals(200, whileDraining.status());
        assertEquals(Optional.of("close"), whileDraining.header("Connection"));
        for (Future<Response> response : inFlight) {
            assertEquals(200, response.get().status());
        }
        assertEquals(SIGTERM, server.awaitExit());
        assertThrows(ConnectException.class, () -> server.endpoint().send(Request.of("GET", "/health")));
        assertEquals(
                List.of("draining for 2 s", "stopped; every request was answered, no poster is left behind"),
                messages());
    }

    @Test
    void finishesThePosterInProgress() throws Exception {
        Map<String, String> json = Map.of("Content-Type", "application/json");
        Request order = new Request("POST", "/posters", "", json, POSTER.getBytes(StandardCharsets.UTF_8));
        String location = server.endpoint().send(order).header("Location").orElseThrow();
        Await.until("the poster to be in progress", () -> body(get(location)).contains("\"running\""));
        server.terminate();
        assertEquals(SIGTERM, server.awaitExit());
        assertEquals(
                List.of("draining for 2 s", "stopped; every request was answered, no poster is left behind"),
                messages());
    }

    private Future<Response> get(String target) {
        return clients.submit(() -> server.endpoint().send(Request.of("GET", target)));
    }

    /** What the server logged but for requests. */
    private List<String> messages() {
        return server.lines().stream()
                .map(MESSAGE::matcher)
                .filter(Matcher::find)
                .map(message -> message.group(1))
                .toList();
    }

    private static String body(Future<Response> response) throws Exception {
        return new String(response.get().body(), StandardCharsets.UTF_8);
    }
}
