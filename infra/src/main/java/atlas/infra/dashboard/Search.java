package atlas.infra.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;

/**
 * Metrics found by the name of what they measure, at the moment somebody looks: whether it exists, has gone or has come
 * back, the dashboard stays as it is. CloudFormation begins a name with the name of the stack.
 *
 * @param namespace such as AWS/ECS
 * @param dimensions all of the metric's, by name
 * @param dimension the one that holds the name
 * @param name the name's beginning: letters, digits and hyphens, in the capitals that it is written in
 */
record Search(String namespace, List<String> dimensions, String dimension, String name) {
    Search {
        dimensions = List.copyOf(dimensions);
        if (!name.matches("[A-Za-z0-9]+(-[A-Za-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "a name to search for must be letters, digits and single hyphens, got " + name);
        }
    }

    static IMetric labelled(String label, String expression) {
        return MathExpression.Builder.create()
                .label(label)
                .expression(expression)
                .period(Row.PERIOD)
                .build();
    }

    /** The sum of all that is found: of several metrics, and of what bears the name one after the other. */
    String sum(String statistic, String... metrics) {
        return "SUM(" + expression(statistic, metrics) + ")";
    }

    /** The highest of what is found: percentiles cannot be added up, and an average counts what is missing as 0. */
    String highest(String statistic, String metric) {
        return "MAX(" + expression(statistic, metric) + ")";
    }

    private String expression(String statistic, String... metrics) {
        String named =
                Arrays.stream(metrics).map("MetricName=\"%s\""::formatted).collect(Collectors.joining(" OR "));
        return "SEARCH('{%s,%s} %s %s=%s', '%s')"
                .formatted(
                        namespace,
                        String.join(",", dimensions),
                        metrics.length > 1 ? "(" + named + ")" : named,
                        dimension,
                        name,
                        statistic);
    }
}
