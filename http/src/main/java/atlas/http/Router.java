package atlas.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Finds the entry of the contract that a request is for. */
final class Router {
    static final String HEALTH = "/health";

    private final Mount mount;
    private final List<Route> routes;
    private final AtomicBoolean untouched = new AtomicBoolean(true);

    Router(Mount mount, Route... routes) {
        this.mount = mount;
        this.routes = List.of(routes);
    }

    Response route(Request request) {
        requireSizes(request);
        String prefix = mount.prefixOf(request.path());
        String path = request.path().substring(prefix.length());
        for (Route route : routes) {
            Optional<List<String>> captures = route.match(path);
            if (captures.isPresent()) {
                return route.takes(request.method())
                        ? route.handler().apply(new Call(request, prefix, captures.get(), isFirst(path)))
                        : notAllowed(route);
            }
        }
        throw new Problem(
                Status.NOT_FOUND,
                "there is nothing at this path; try /, /health, /tiles/0/0/0.png, /posters or /posters/ID");
    }

    private boolean isFirst(String path) {
        return !path.equals(HEALTH) && untouched.getAndSet(false);
    }

    private static Response notAllowed(Route route) {
        return new Problem(Status.METHOD_NOT_ALLOWED, "this path takes %s only".formatted(route.allow()))
                .response()
                .with("Allow", route.allow());
    }

    private static void requireSizes(Request request) {
        if (request.path().length() + 1 + request.query().length() > AtlasApi.MAX_TARGET_CHARACTERS) {
            throw new Problem(
                    Status.URI_TOO_LONG,
                    "path and query must be at most %d characters".formatted(AtlasApi.MAX_TARGET_CHARACTERS));
        }
        if (request.headerCharacters() > AtlasApi.MAX_HEADER_CHARACTERS) {
            throw new Problem(
                    Status.HEADERS_TOO_LARGE,
                    "headers must be at most %d characters together".formatted(AtlasApi.MAX_HEADER_CHARACTERS));
        }
        if (request.body().length > AtlasApi.MAX_BODY_BYTES) {
            throw new Problem(
                    Status.CONTENT_TOO_LARGE, "the body must be at most %d bytes".formatted(AtlasApi.MAX_BODY_BYTES));
        }
    }
}
