package atlas.containers;

import atlas.http.JsonLog;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Failures one after the other, with nothing that worked between them: each is told in a line, and the pause after it is
 * twice the one before. It may last for hours, so a stack trace is told once.
 */
final class Outage {
    private final Duration firstPause;
    private final Duration longestPause;
    private final Set<List<?>> traced = new HashSet<>();
    private Duration pause = Duration.ZERO;

    Outage(Duration firstPause, Duration longestPause) {
        this.firstPause = firstPause;
        this.longestPause = longestPause;
    }

    /** What to log of one more failure. */
    Map<String, ?> report(Throwable failure) {
        pause = pause.isZero() ? firstPause : least(pause.multipliedBy(2), longestPause);
        var fields = new LinkedHashMap<String, Object>();
        fields.put(
                "message",
                "no poster could be worked on; it stays in the queue, next try in %d s".formatted(pause.toSeconds()));
        fields.put("reason", failure.toString());
        if (traced.add(places(failure))) {
            fields.put("exception", JsonLog.stackTrace(failure));
        }
        return fields;
    }

    /** How long to wait now. */
    Duration pause() {
        return pause;
    }

    /** Something worked. */
    void end() {
        pause = Duration.ZERO;
        traced.clear();
    }

    /** A stack trace without its messages: what AWS refuses, it refuses with another request's id each time. */
    private static List<?> places(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(cause -> List.of(cause.getClass(), List.of(cause.getStackTrace())))
                .toList();
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
