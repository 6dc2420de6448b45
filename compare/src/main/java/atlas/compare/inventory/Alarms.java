package atlas.compare.inventory;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import atlas.compare.template.ValueText;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds alarms, with what they wait for. */
final class Alarms {
    private static final String ALARM = "AWS::CloudWatch::Alarm";
    private static final String COMPOSITE = "AWS::CloudWatch::CompositeAlarm";
    private static final ValueText TEXT = new ValueText(Reference::toString);
    private static final Map<String, String> SIGNS = Map.of(
            "GreaterThanThreshold", ">",
            "GreaterThanOrEqualToThreshold", ">=",
            "LessThanThreshold", "<",
            "LessThanOrEqualToThreshold", "<=");

    private Alarms() {}

    static List<Alarm> in(SetUp setUp) {
        return setUp.resources(ALARM, COMPOSITE)
                .map(alarm -> new Alarm(
                        alarm.name(),
                        alarm.type(),
                        alarm.is(ALARM) ? condition(alarm) : TEXT.of(alarm.at("AlarmRule")),
                        alarm.at("AlarmActions").items().stream()
                                .map(Alarms::action)
                                .toList()))
                .toList();
    }

    private static String condition(Resource alarm) {
        String sign = alarm.at("ComparisonOperator").toString();
        return "%s %s %s"
                .formatted(metric(alarm), SIGNS.getOrDefault(sign, sign), TEXT.of(alarm.at("Threshold")))
                .strip();
    }

    private static String metric(Resource alarm) {
        if (alarm.at("MetricName").isPresent()) {
            return "%s %s".formatted(alarm.at("Namespace"), alarm.at("MetricName"));
        }
        return alarm.at("Metrics").items().stream()
                .filter(metric -> !metric.at("ReturnData").is("false"))
                .flatMap(Alarms::expression)
                .findFirst()
                .orElse("a metric of its own");
    }

    private static Stream<String> expression(Value metric) {
        Value simple = metric.at("MetricStat", "Metric");
        return metric.at("Expression").isPresent()
                ? Stream.of(TEXT.of(metric.at("Expression")))
                : Stream.of(simple).filter(Value::isPresent).map(stat -> "%s %s"
                        .formatted(stat.at("Namespace"), stat.at("MetricName")));
    }

    private static String action(Value action) {
        return action.reference().map(Reference::toString).orElseGet(() -> TEXT.of(action));
    }
}
