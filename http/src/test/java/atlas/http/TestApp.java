package atlas.http;

import atlas.app.JobIds;
import atlas.app.JobQueue;
import atlas.app.ObjectStore;
import atlas.app.Posters;
import atlas.app.Tile;
import atlas.app.TileRenderer;
import atlas.app.local.LruTileCache;
import atlas.app.local.MemoryJobQueue;
import atlas.app.local.MemoryJobTable;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The function with parts that a test can watch and break: time stands still, tiles are one byte, jobs are numbered. */
final class TestApp {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final MemoryJobQueue queue = new MemoryJobQueue(CLOCK, Duration.ofSeconds(120));
    private final AtlasApi api;
    int rendered;
    boolean ready = true;
    RuntimeException renderingFails;
    RuntimeException queueFails;

    TestApp() {
        this(Level.DEBUG);
    }

    TestApp(Level threshold) {
        api = new AtlasApi(
                new Mount("option", "/option"),
                renderer(),
                new LruTileCache(100),
                new Posters(new MemoryJobTable(), queue(), noObjects(), new JobIds("s", () -> "job-0001"), CLOCK),
                () -> ready,
                () -> new ServiceInfo("option", "1", "host", "zone", "cpu", 2, 256, "jvm", NOW, 123),
                CLOCK,
                new JsonLog("option", threshold, CLOCK, new PrintStream(logged, true, StandardCharsets.UTF_8)));
    }

    Response answer(Request request) {
        return api.answer(request);
    }

    Response forbid(Request request) {
        return api.forbid(request);
    }

    Response get(String pathAndQuery) {
        return api.answer(Request.of("GET", pathAndQuery));
    }

    List<String> log() {
        return logged.toString(StandardCharsets.UTF_8).lines().toList();
    }

    static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private TileRenderer renderer() {
        return (Tile tile) -> {
            if (renderingFails != null) {
                throw renderingFails;
            }
            rendered++;
            return new TileRenderer.Rendering(new byte[] {(byte) tile.iterations()}, Duration.ofMillis(12));
        };
    }

    private JobQueue queue() {
        return new JobQueue() {
            @Override
            public void send(String jobId) {
                if (queueFails != null) {
                    throw queueFails;
                }
                queue.send(jobId);
            }

            @Override
            public Optional<Delivery> receive(Duration wait) throws InterruptedException {
                return queue.receive(wait);
            }

            @Override
            public void delete(Delivery delivery) {
                queue.delete(delivery);
            }
        };
    }

    private static ObjectStore noObjects() {
        return new ObjectStore() {
            @Override
            public void put(String key, byte[] content, String contentType) {
                throw new IllegalStateException("no object is put by a request");
            }

            @Override
            public Optional<byte[]> get(String key) {
                return Optional.empty();
            }

            @Override
            public Optional<Found> get(String key, int maxBytes) {
                return Optional.empty();
            }
        };
    }
}
