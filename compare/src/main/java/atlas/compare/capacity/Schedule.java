package atlas.compare.capacity;

import atlas.compare.template.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a schedule calls: a rate, or a cron expression of minutes, hours and days of every month.
 *
 * @param callsAnHour on average over a year
 */
public record Schedule(BigDecimal callsAnHour) {
    private static final Schedule NEVER = new Schedule(BigDecimal.ZERO);
    private static final Pattern RATE = Pattern.compile("rate\\((\\d{1,9}) (minute|hour|day)s?\\)");
    private static final Pattern CRON = Pattern.compile("cron\\((\\S+) (\\S+) (\\S+) \\* (\\S+) \\*\\)");
    private static final Pattern STEP = Pattern.compile("(\\*|\\d{1,2})/(\\d{1,2})");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,2})-(\\d{1,2})");
    private static final List<String> WEEK = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final Map<String, Integer> MINUTES = Map.of("minute", 1, "hour", 60, "day", 24 * 60);
    private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);
    private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(24);
    private static final BigDecimal MONTHS_A_DAY =
            BigDecimal.valueOf(12).divide(BigDecimal.valueOf(365), MathContext.DECIMAL64);

    /** Of a rule or a schedule of EventBridge; empty where the template does not say it, or more intricately than that. */
    public static Optional<Schedule> of(Resource schedule) {
        return isOff(schedule)
                ? Optional.of(NEVER)
                : schedule.at("ScheduleExpression").text().flatMap(Schedule::parse);
    }

    static boolean isOff(Resource schedule) {
        return schedule.at("State").is("DISABLED");
    }

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
        return times(cron.group(1), 60)
                .flatMap(minutes -> times(cron.group(2), 24).map(hours -> BigDecimal.valueOf((long) minutes * hours)))
                .flatMap(aDay -> share(cron.group(3), cron.group(4)).map(aDay::multiply))
                .map(aDay -> new Schedule(aDay.divide(HOURS_A_DAY, MathContext.DECIMAL64)));
    }

    /** On which part of all days: by the day of the month, or by that of the week. */
    private static Optional<BigDecimal> share(String ofMonth, String ofWeek) {
        if (!isAny(ofMonth)) {
            return isAny(ofWeek)
                    ? times(ofMonth.equals("L") ? "31" : ofMonth, 31)
                            .map(days -> BigDecimal.valueOf(days).multiply(MONTHS_A_DAY))
                    : Optional.empty();
        }
        String numbered = ofWeek;
        for (String day : WEEK) {
            numbered = numbered.replace(day, String.valueOf(WEEK.indexOf(day) + 1));
        }
        return isAny(ofWeek)
                ? Optional.of(BigDecimal.ONE)
                : times(numbered, WEEK.size()).map(days -> BigDecimal.valueOf(days)
                        .divide(BigDecimal.valueOf(WEEK.size()), MathContext.DECIMAL64));
    }

    private static boolean isAny(String field) {
        return field.equals("*") || field.equals("?");
    }

    /** How often a field of a cron expression holds. */
    private static Optional<Integer> times(String field, int all) {
        int times = 0;
        for (String part : field.split(",", -1)) {
            Optional<Integer> more = timesOfOne(part, all);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            times += more.get();
        }
        return Optional.of(Math.min(times, all));
    }

    private static Optional<Integer> timesOfOne(String part, int all) {
        if (part.equals("*")) {
            return Optional.of(all);
        }
        Matcher step = STEP.matcher(part);
        if (step.matches() && Integer.parseInt(step.group(2)) > 0) {
            int from = step.group(1).equals("*") ? 0 : Integer.parseInt(step.group(1));
            int every = Integer.parseInt(step.group(2));
            return Optional.of((all - from + every - 1) / every).filter(times -> times > 0);
        }
        Matcher range = RANGE.matcher(part);
        if (range.matches()) {
            return Optional.of(Integer.parseInt(range.group(2)) - Integer.parseInt(range.group(1)) + 1)
                    .filter(times -> times > 0);
        }
        return part.matches("\\d{1,2}") ? Optional.of(1) : Optional.empty();
    }
}
