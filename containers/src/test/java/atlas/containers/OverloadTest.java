package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One tile in progress, one waiting, and more to come. */
class OverloadTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final HeldRenderer renderer = new HeldRenderer();
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final List<Future<Response>> accepted = new ArrayList<>();
    private RunningServer server;

    @BeforeEach
    void fillTheServer(@TempDir Path folder) throws Exception {
        server = new RunningServer(
                renderer, Map.of("ATLAS_THREADS", "1", "ATLAS_BACKLOG", "1", "ATLAS_DATA_DIR", folder.toString()));
        accepted.add(clients.submit(() -> server.get("/tiles/1/0/0.png")));
        renderer.awaitBegun();
        // one of these two finds the only place to wait, the other is refused
        Future<Response> second = clients.submit(() -> server.get("/tiles/1/0/1.png"));
        Future<Response> third = clients.submit(() -> server.get("/tiles/1/1/0.png"));
        Await.until("a refusal", () -> second.isDone() || third.isDone());
        accepted.add(second.isDone() ? third : second);
    }

    @AfterEach
    void stop() {
        renderer.release();
        server.close();
        clients.shutdownNow();
    }

    @Test
    void refusesAtOnceWhatFindsNoPlace() throws IOException {
        Instant start = Instant.now();
        Response refused = server.get("/tiles/1/1/1.png");
        assertQuick(start);
        assertEquals(503, refused.status());
        assertEquals(Optional.of("1"), refused.header("Retry-After"));
        assertEquals(Optional.of("no-store"), refused.header("Cache-Control"));
        assertEquals(
                "{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,"
                        + "\"detail\":\"all workers are busy; try again in a second\"}",
                new String(refused.body(), StandardCharsets.UTF_8));
    }

    @Test
    void answersAllElseMeanwhile() throws IOException {
        Instant start = Instant.now();
        assertEquals(200, server.get("/health").status());
        assertEquals(200, server.get("/").status());
        assertEquals(400, server.get("/tiles/99/0/0.png").status());
        assertEquals(404, server.get("/posters/nobody-knows-this-one").status());
        assertQuick(start);
    }

    @Test
    void refusesAFloodWithoutLosingOneConnection() throws Exception {
        List<Future<Integer>> flood = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            flood.add(clients.submit(() -> server.get("/tiles/1/1/1.png").status()));
        }
        for (Future<Integer> status : flood) {
            assertEquals(503, status.get());
        }
    }

    @Test
    void answersWhatItAcceptedAndTakesMoreAfterwards() throws IOException, ExecutionException, InterruptedException {
        renderer.release();
        for (Future<Response> response : accepted) {
            assertEquals(200, response.get().status());
        }
        assertEquals(200, server.get("/tiles/1/1/1.png").status());
    }

    private static void assertQuick(Instant start) {
        Duration took = Duration.between(start, Instant.now());
        assertTrue(took.compareTo(AT_ONCE) < 0, () -> "took " + took);
    }
}
