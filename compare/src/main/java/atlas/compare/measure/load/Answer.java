package atlas.compare.measure.load;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back for a tile.
 *
 * @param headers by name, read without regard to case
 * @param bytes of the body
 */
public record Answer(int status, Map<String, String> headers, int bytes) {
    private static final Pattern RENDER = Pattern.compile("render;dur=([0-9.]+)");

    public Answer {
        var anyCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    public boolean isTile() {
        return status == 200
                && header("Content-Type").filter("image/png"::equals).isPresent();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** How long the app says that it drew, in milliseconds. */
    public OptionalDouble renderMillis() {
        Matcher render = RENDER.matcher(header("Server-Timing").orElse(""));
        return render.find() ? OptionalDouble.of(Double.parseDouble(render.group(1))) : OptionalDouble.empty();
    }

    /** The header by which a cache on the way, or the app's own, tells that this was not drawn for us. */
    public Optional<String> cached() {
        if (header("X-Cache")
                .filter(cache -> cache.toLowerCase(Locale.ROOT).contains("hit"))
                .isPresent()) {
            return header("X-Cache").map("X-Cache: "::concat);
        }
        if (header("Age").filter(age -> !age.strip().equals("0")).isPresent()) {
            return header("Age").map("Age: "::concat);
        }
        return header("Server-Timing")
                .filter(timing -> timing.contains("from cache"))
                .map("Server-Timing: "::concat);
    }
}
