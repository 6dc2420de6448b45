package atlas.proof.rule;

import java.time.ZoneId;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** EventBridge Scheduler reads its own cron, with six fields, in a time zone of the IANA database. */
final class ScheduleExpression implements Rule {
    private static final Pattern OTHERS = Pattern.compile(
            "rate\\([1-9]\\d* (minute|hour|day)s?\\)|at\\(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\)");

    private static final int FIELDS = 6;
    private static final int DAY_OF_MONTH = 2;
    private static final int DAY_OF_WEEK = 4;

    @Override
    public String id() {
        return "schedule-expression";
    }

    @Override
    public String remedy() {
        return "write cron(minute hour day-of-month month day-of-week year) with ? in one of the two days, and a zone such as Europe/Berlin";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment
                .resources("AWS::Scheduler::Schedule")
                .flatMap(schedule -> Stream.concat(
                        schedule.at("ScheduleExpression").text().stream()
                                .filter(expression -> !isExpression(expression))
                                .map(expression ->
                                        Breach.of(schedule, "its ScheduleExpression is %s, which is none", expression)),
                        schedule.at("ScheduleExpressionTimezone").text().stream()
                                .filter(zone -> !ZoneId.getAvailableZoneIds().contains(zone))
                                .map(zone -> Breach.of(schedule, "its time zone is %s, which is none", zone))));
    }

    private static boolean isExpression(String expression) {
        if (!expression.startsWith("cron")) {
            return OTHERS.matcher(expression).matches();
        }
        String[] fields = expression.replaceFirst("^cron\\((.*)\\)$", "$1").split("\\s+");
        return fields.length == FIELDS && fields[DAY_OF_MONTH].equals("?") != fields[DAY_OF_WEEK].equals("?");
    }
}
