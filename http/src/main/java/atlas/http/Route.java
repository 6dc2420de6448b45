package atlas.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One entry of the contract: its path, its one method, and what answers it. {@code HEAD} goes wherever {@code GET} does. */
record Route(String method, Pattern path, Function<Call, Response> handler) {
    static Route get(String path, Function<Call, Response> handler) {
        return new Route("GET", Pattern.compile(path), handler);
    }

    static Route post(String path, Function<Call, Response> handler) {
        return new Route("POST", Pattern.compile(path), handler);
    }

    /** The variable parts of {@code path} when it is this route's. */
    Optional<List<String>> match(String path) {
        Matcher matcher = path().matcher(path);
        return matcher.matches()
                ? Optional.of(IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .toList())
                : Optional.empty();
    }

    boolean takes(String requested) {
        return requested.equals(method) || requested.equals("HEAD") && method.equals("GET");
    }

    String allow() {
        return method.equals("GET") ? "GET, HEAD" : method;
    }
}
