package atlas.compare.capacity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a schedule calls: a rate, or a cron expression with plain minutes and hours of every day.
 *
 * @param callsAnHour on average over a day
 */
public record Schedule(BigDecimal callsAnHour) {
    private static final Pattern RATE = Pattern.compile("rate\\((\\d{1,9}) (minute|hour|day)s?\\)");
    private static final Pattern CRON = Pattern.compile("cron\\((\\S+) (\\S+) [*?] \\* [*?] \\*\\)");
    private static final Map<String, Integer> MINUTES = Map.of("minute", 1, "hour", 60, "day", 24 * 60);
    private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);

    /** Empty for what is more intricate than that. */
    static Optional<Schedule> parse(String expression) {
        Matcher rate = RATE.matcher(expression);
        if (rate.matches() && Integer.parseInt(rate.group(1)) > 0) {
            long minutes = MINUTES.get(rate.group(2)) * Long.parseLong(rate.group(1));
            return Optional.of(
                    new Schedule(MINUTES_AN_HOUR.divide(BigDecimal.valueOf(minutes), MathContext.DECIMAL64)));
        }
        Matcher cron = CRON.matcher(expression);
        if (!cron.matches()) {
            return Optional.empty();
        }
        return times(cron.group(1), 60).flatMap(minutes -> times(cron.group(2), 24)
                .map(hours -> new Schedule(BigDecimal.valueOf((long) minutes * hours)
                        .divide(BigDecimal.valueOf(24), MathContext.DECIMAL64))));
    }

    /** How often a field of a cron expression holds. */
    private static Optional<Integer> times(String field, int all) {
        if (field.equals("*")) {
            return Optional.of(all);
        }
        Matcher step = Pattern.compile("(?:\\*|0)/(\\d{1,2})").matcher(field);
        if (step.matches() && Integer.parseInt(step.group(1)) > 0) {
            return Optional.of((all + Integer.parseInt(step.group(1)) - 1) / Integer.parseInt(step.group(1)));
        }
        return field.matches("\\d{1,2}(,\\d{1,2})*") ? Optional.of(field.split(",").length) : Optional.empty();
    }
}
