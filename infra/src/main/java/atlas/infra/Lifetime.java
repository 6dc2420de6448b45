package atlas.infra;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** How long a set-up is wanted. */
public sealed interface Lifetime {
    /** Until somebody destroys it. */
    record Unlimited() implements Lifetime {}

    /**
     * Until a moment from which on its stacks delete themselves.
     *
     * @param moment in UTC, to the minute
     */
    record Until(LocalDateTime moment) implements Lifetime {
        /** As EventBridge Scheduler takes it: {@code 2026-12-01T18:00:00Z}. */
        public String instant() {
            return moment + ":00Z";
        }
    }

    /**
     * @throws IllegalArgumentException if {@code text} is no moment such as 2026-12-01T18:00
     */
    static Lifetime until(String text) {
        Setting.require(text.matches("\\d{4}-.+"));
        try {
            return new Until(LocalDateTime.parse(
                    text, DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withResolverStyle(ResolverStyle.STRICT)));
        } catch (DateTimeException refused) {
            throw new IllegalArgumentException(refused);
        }
    }
}
