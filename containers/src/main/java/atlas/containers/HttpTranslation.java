package atlas.containers;

import atlas.http.AtlasApi;
import atlas.http.Request;
import atlas.http.Response;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.TreeMap;

/** Turns what the JDK's server read into a {@link Request}, and a {@link Response} into what it writes. */
final class HttpTranslation {
    private HttpTranslation() {}

    static Request read(HttpExchange exchange) throws IOException {
        URI target = exchange.getRequestURI();
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        byte[] body = exchange.getRequestBody().readNBytes(AtlasApi.MAX_BODY_BYTES + 1);
        return new Request(
                exchange.getRequestMethod(),
                target.getRawPath(),
                Objects.requireNonNullElse(target.getRawQuery(), ""),
                headers,
                body);
    }

    static void write(Response response, HttpExchange exchange) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        int length = response.body().length;
        // the JDK takes 0 for "length unknown" and -1 for "no body"
        exchange.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
        if (length > 0) {
            exchange.getResponseBody().write(response.body());
            exchange.getResponseBody().close();
        }
    }
}
