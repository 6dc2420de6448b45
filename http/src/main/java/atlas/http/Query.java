package atlas.http;

import atlas.app.InvalidInput;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of a query. Names nobody asks for are ignored, as they are by the CDN, which leaves them out of its
 * cache key; nothing is decoded, since every value here is plain digits.
 */
record Query(List<String> parameters) {
    static Query of(String query) {
        return new Query(Arrays.asList(query.split("&")));
    }

    /** The value of {@code name}; two of them are refused, since two readers might choose differently. */
    Optional<String> only(String name) {
        List<String> values = parameters.stream()
                .filter(parameter -> parameter.equals(name) || parameter.startsWith(name + "="))
                .map(parameter -> parameter.substring(Math.min(parameter.length(), name.length() + 1)))
                .toList();
        if (values.size() > 1) {
            throw new InvalidInput(name, "%s must be given once, got it %d times".formatted(name, values.size()));
        }
        return values.stream().findFirst();
    }
}
