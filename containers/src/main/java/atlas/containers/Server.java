package atlas.containers;

import atlas.app.JobIds;
import atlas.app.PosterWorker;
import atlas.app.Posters;
import atlas.app.Renderer;
import atlas.app.TileRenderer;
import atlas.app.local.LruTileCache;
import atlas.http.AtlasApi;
import atlas.http.JsonLog;
import atlas.http.Request;
import atlas.http.Response;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;

/** The app as an HTTP server, and beside it the worker for its posters. */
public final class Server {
    /** So long, after the drain, for what is in flight. With five seconds of drain it fits into the 30 that ECS gives. */
    static final Duration FINISH = Duration.ofSeconds(20);

    /** How long a tile may take, waiting included: CloudFront hangs up after 30 seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    /** A poster waits a minute at most once the queue is back. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final ServerSettings settings;
    private final InstantSource clock;
    private final JsonLog log;
    private final Readiness readiness = new Readiness();
    private final RenderPool renderers;
    private final Ports ports;
    private final PosterLoop posters;
    private final HttpListener listener;

    Server(ServerSettings settings, TileRenderer renderer, InstantSource clock, PrintStream out) {
        this.settings = settings;
        this.clock = clock;
        this.log = new JsonLog(settings.mount().option(), settings.logLevel(), clock, out);
        this.renderers = new RenderPool(renderer, settings.threads(), settings.backlog(), PATIENCE);
        this.ports = settings.backend().open(settings.lease(), clock);
        this.posters = new PosterLoop(
                ports.queue(),
                new PosterWorker(ports.jobs(), ports.objects(), clock, settings.lease()),
                new Outage(FIRST_PAUSE, LONGEST_PAUSE),
                log);
        this.listener = new HttpListener(withPage(api()::answer), readiness);
    }

    private AtlasApi api() {
        var ids = new JobIds(settings.jobKey(), () -> UUID.randomUUID().toString());
        return new AtlasApi(
                settings.mount(),
                renderers,
                new LruTileCache(Runtime.getRuntime().maxMemory() / 8),
                new Posters(ports.jobs(), ports.queue(), ports.objects(), ids, clock),
                readiness,
                new Identity(settings.mount().option(), settings.whereabouts(), readiness),
                clock,
                log);
    }

    private Function<Request, Response> withPage(Function<Request, Response> app) {
        return settings.page()
                .<Function<Request, Response>>map(folder -> new MapPage(folder, app))
                .orElse(app);
    }

    /**
     * Begins to answer. Returns where it listens, with the port it was given if it asked for any.
     *
     * @throws IOException if the address cannot be listened on
     */
    InetSocketAddress start() throws IOException {
        InetSocketAddress address = listen();
        readiness.begin(clock.instant());
        posters.start();
        log.info("listening on http://%s:%d/".formatted(address.getHostString(), address.getPort()));
        return address;
    }

    private InetSocketAddress listen() throws IOException {
        try {
            return listener.start(settings.address().toListenOn());
        } catch (IOException e) {
            ports.close();
            throw e;
        }
    }

    /**
     * Stops in the order that loses no request: says that it is not ready, answers on until load balancers have noticed,
     * then takes nothing new and finishes what it has, within {@link #FINISH}.
     */
    void drain() {
        readiness.end();
        posters.stop();
        log.info("draining for %d s".formatted(settings.drain().toSeconds()));
        try {
            Thread.sleep(settings.drain().toMillis());
            Instant end = clock.instant().plus(FINISH);
            boolean answered = listener.stop(FINISH);
            boolean rendered = posters.awaitEnd(Duration.between(clock.instant(), end));
            log.info("stopped; %s, %s"
                    .formatted(
                            answered ? "every request was answered" : "some requests were not answered in time",
                            rendered ? "no poster is left behind" : "a poster is left to another worker"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            renderers.close();
            ports.close();
        }
    }

    public static void main(String[] args) {
        try {
            var settings = ServerSettings.from(new Environment(System::getenv));
            var server = new Server(settings, Renderer::render, InstantSource.system(), System.out);
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::drain, "drain"));
        } catch (BadSetting e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
