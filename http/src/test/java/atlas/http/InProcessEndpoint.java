package atlas.http;

import atlas.app.JobIds;
import atlas.app.JobQueue.Delivery;
import atlas.app.PosterWorker;
import atlas.app.Posters;
import atlas.app.Renderer;
import atlas.app.local.FolderObjectStore;
import atlas.app.local.LruTileCache;
import atlas.app.local.MemoryJobQueue;
import atlas.app.local.MemoryJobTable;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The contract's function itself over local adapters. Posters are rendered before the request after the order is answered. */
public final class InProcessEndpoint implements Endpoint {
    private static final Duration LEASE = Duration.ofSeconds(120);

    private final InstantSource clock = InstantSource.system();
    private final MemoryJobQueue queue = new MemoryJobQueue(clock, LEASE);
    private final PosterWorker worker;
    private final AtlasApi api;

    public InProcessEndpoint(Path folder, PrintStream log) {
        var table = new MemoryJobTable();
        var objects = new FolderObjectStore(folder);
        var ids = new JobIds("a secret", () -> UUID.randomUUID().toString());
        worker = new PosterWorker(table, objects, clock, LEASE);
        api = new AtlasApi(
                new Mount(option(), prefix()),
                Renderer::render,
                new LruTileCache(1 << 20),
                new Posters(table, queue, objects, ids, clock),
                () -> true,
                InProcessEndpoint::info,
                clock,
                new JsonLog(option(), Level.INFO, clock, log));
    }

    private static ServiceInfo info() {
        return new ServiceInfo(
                "in-process", "0.1.0", "here", "local", "any", 2, 256, "a JVM", Instant.EPOCH.plusSeconds(1), 12);
    }

    @Override
    public Response send(Request request) {
        work();
        return api.answer(request);
    }

    private void work() {
        try {
            Optional<Delivery> delivery = queue.receive(Duration.ZERO);
            if (delivery.isPresent() && worker.work(delivery.get().jobId()).isSettled()) {
                queue.delete(delivery.get());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String option() {
        return "in-process";
    }

    @Override
    public String prefix() {
        return "/in-process";
    }

    @Override
    public Set<Capability> lacks() {
        return Set.of();
    }
}
