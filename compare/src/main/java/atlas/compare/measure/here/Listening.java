package atlas.compare.measure.here;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That a server listens, as it says in its log.
 *
 * @param nanos when it said so, by {@link System#nanoTime}
 */
record Listening(URI root, long nanos) {
    private static final Pattern LINE = Pattern.compile("listening on (http://127\\.0\\.0\\.1:\\d+/)");

    static Optional<Listening> in(String line) {
        Matcher listening = LINE.matcher(line);
        return listening.find()
                ? Optional.of(new Listening(URI.create(listening.group(1)), System.nanoTime()))
                : Optional.empty();
    }
}
