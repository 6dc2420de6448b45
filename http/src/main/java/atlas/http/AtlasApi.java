package atlas.http;

import atlas.app.IdempotencyConflict;
import atlas.app.InvalidInput;
import atlas.app.Overloaded;
import atlas.app.Posters;
import atlas.app.TileCache;
import atlas.app.TileRenderer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The app's HTTP contract as a function from request to response. It never throws: what cannot be answered becomes
 * problem details, and its cause goes to the log. Safe for use by several threads.
 */
public final class AtlasApi {
    /** A request body beyond it is refused with 413. */
    public static final int MAX_BODY_BYTES = 16 * 1024;
    /** Names and values of all headers together; beyond it 431. */
    public static final int MAX_HEADER_CHARACTERS = 16 * 1024;
    /** Path and query together; beyond it 414. */
    public static final int MAX_TARGET_CHARACTERS = 2048;

    private final Mount mount;
    private final InstantSource clock;
    private final AccessLog log;
    private final Router router;

    /**
     * @param ready false while draining: {@code /health} then says 503
     * @param info read for each {@code GET /}
     * @param clock for the log
     */
    public AtlasApi(
            Mount mount,
            TileRenderer renderer,
            TileCache cache,
            Posters posters,
            BooleanSupplier ready,
            Supplier<ServiceInfo> info,
            InstantSource clock,
            JsonLog log) {
        this.mount = mount;
        this.clock = clock;
        this.log = new AccessLog(log);
        var service = new ServiceEndpoint(ready, info);
        var tiles = new TileEndpoint(renderer, cache);
        var orders = new PosterEndpoint(posters);
        this.router = new Router(
                mount,
                Route.get("/?", service::info),
                Route.get(Router.HEALTH, service::health),
                Route.get("/tiles/([^/]+)/([^/]+)/([^/]+)\\.png", tiles::tile),
                Route.post("/posters", orders::submit),
                Route.get("/posters/([^/.]+)", orders::state),
                Route.get("/posters/([^/.]+)\\.png", orders::image));
    }

    public Response answer(Request request) {
        return answer(request, router::route);
    }

    /** Turns away, with 403, a caller that a way in without a gate of its own has let through. */
    public Response forbid(Request request) {
        return answer(request, turnedAway -> {
            throw new Problem(Status.FORBIDDEN, "your address is not among those that may use this");
        });
    }

    private Response answer(Request request, Function<Request, Response> routing) {
        Instant start = clock.instant();
        Response response;
        Optional<Throwable> failure = Optional.empty();
        try {
            response = routing.apply(request);
        } catch (InvalidInput e) {
            response = new Problem(Status.BAD_REQUEST, e.field(), e.getMessage()).response();
        } catch (IdempotencyConflict e) {
            response = new Problem(Status.UNPROCESSABLE_CONTENT, "Idempotency-Key", e.getMessage()).response();
        } catch (Overloaded e) {
            response = new Problem(Status.SERVICE_UNAVAILABLE, e.getMessage() + "; try again in a second")
                    .response()
                    .with("Retry-After", "1");
        } catch (Problem e) {
            response = e.response();
        } catch (RuntimeException e) {
            failure = Optional.of(e);
            response = new Problem(Status.INTERNAL_SERVER_ERROR, "the request failed on our side; try again later")
                    .response();
        }
        Response finished = finish(request, response);
        log.request(request, finished, start, clock.instant(), failure);
        return finished;
    }

    private Response finish(Request request, Response response) {
        Response marked = response.with("X-Compute-Option", mount.option()).with("X-Content-Type-Options", "nosniff");
        if (marked.status() == 304) {
            return marked;
        }
        Response measured = marked.with("Content-Length", Integer.toString(marked.body().length));
        return request.method().equals("HEAD") ? measured.withoutBody() : measured;
    }
}
