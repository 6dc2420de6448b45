package atlas.functions;

import atlas.app.JobIds;
import atlas.app.Posters;
import atlas.app.Renderer;
import atlas.app.local.LruTileCache;
import atlas.http.AtlasApi;
import atlas.http.JsonLog;
import atlas.http.ServiceInfo;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes what answers in one execution environment: once when its JVM has started, and again in each environment that is
 * woken from a snapshot, which must not share its instance, its start and its first request with the others.
 */
final class Launch {
    /** Some hundred tiles. It only spares a warm environment the work; what is asked for often the CDN keeps. */
    private static final long CACHE_BYTES = 16L << 20;

    private final FunctionSettings settings;
    private final Ports ports;
    private final JsonLog log;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final Function<String, String> environment;

    /**
     * @param ids a new unique name at each call, 8 to 64 characters of {@code [A-Za-z0-9_-]}
     * @param environment gives the value of a variable that Lambda sets, or null
     */
    Launch(
            FunctionSettings settings,
            Ports ports,
            JsonLog log,
            InstantSource clock,
            Supplier<String> ids,
            Function<String, String> environment) {
        this.settings = settings;
        this.ports = ports;
        this.log = log;
        this.clock = clock;
        this.ids = ids;
        this.environment = environment;
    }

    /** For a function on AWS: nothing local but the log. */
    static Launch onAws(FunctionSettings settings, Function<String, String> environment) {
        var clock = InstantSource.system();
        var log = new JsonLog(settings.mount().option(), settings.logLevel(), clock, System.out);
        return new Launch(
                settings,
                Ports.onAws(settings, environment),
                log,
                clock,
                () -> UUID.randomUUID().toString(),
                environment);
    }

    /** In the environment whose JVM has just started. */
    AtlasApi cold() {
        return startedAt(
                () -> Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
    }

    /** In an environment just woken from a snapshot. How long Lambda took to wake it, only Lambda's own report tells. */
    AtlasApi restored() {
        Instant now = clock.instant();
        return startedAt(() -> now);
    }

    /** The start is asked for late: looking it up takes longer than all the rest of this. */
    private AtlasApi startedAt(Supplier<Instant> start) {
        String instance = ids.get();
        var zone = new AvailabilityZone(environment);
        var posters =
                new Posters(ports.table(), ports.queue(), ports.objects(), new JobIds(settings.jobKey(), ids), clock);
        Instant ready = clock.instant();
        return new AtlasApi(
                settings.mount(),
                Renderer::render,
                new LruTileCache(CACHE_BYTES),
                posters,
                () -> true,
                () -> info(instance, zone.get(), start.get(), ready),
                clock,
                log);
    }

    private ServiceInfo info(String instance, String zone, Instant start, Instant ready) {
        return new ServiceInfo(
                settings.mount().option(),
                Build.version(),
                instance,
                zone,
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                settings.memoryMiB(),
                System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"),
                start,
                Duration.between(start, ready).toMillis());
    }
}
