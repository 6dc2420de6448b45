package atlas.http;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP response. {@code Content-Length} is among the headers wherever a body is allowed, so for {@code HEAD}, whose
 * body is empty, as well.
 *
 * @param headers by name, read without regard to case; one value each
 * @param body empty when there is none
 */
public record Response(int status, Map<String, String> headers, byte[] body) {
    public Response {
        var anyCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = Collections.unmodifiableMap(anyCase);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Response with(String name, String value) {
        var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new Response(status, more, body);
    }

    Response withoutBody() {
        return new Response(status, headers, new byte[0]);
    }
}
