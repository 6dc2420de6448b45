package atlas.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP request, as every way of serving hands it over.
 *
 * @param path as sent, percent-encoding left alone, with no query
 * @param query as sent, without the question mark; empty when there is none
 * @param headers by name in any case; a repeated header's values joined by {@code ", "}
 * @param body no more than {@link AtlasApi#MAX_BODY_BYTES} + 1 bytes need be read: one too many is enough to refuse it
 */
public record Request(String method, String path, String query, Map<String, String> headers, byte[] body) {
    public Request {
        var lowerCase = new TreeMap<String, String>();
        headers.forEach((name, value) -> lowerCase.merge(name.toLowerCase(Locale.ROOT), value, (a, b) -> a + ", " + b));
        headers = lowerCase;
    }

    /** A request of neither headers nor body. */
    public static Request of(String method, String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        return mark < 0
                ? new Request(method, pathAndQuery, "", Map.of(), new byte[0])
                : new Request(
                        method,
                        pathAndQuery.substring(0, mark),
                        pathAndQuery.substring(mark + 1),
                        Map.of(),
                        new byte[0]);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Names, values, and the four characters that part and end each line. */
    int headerCharacters() {
        return headers.entrySet().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length() + 4)
                .sum();
    }
}
