package atlas.infra.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.ComputeOption;
import atlas.infra.WayIn;
import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each option is measured by: metrics that there are, of what is its own and of nothing else. */
class MeasuredTest {
    private static final Pattern SEARCH = Pattern.compile(
            "SEARCH\\('\\{(?<schema>[^}]+)\\} (?<metrics>.*?) (?<dimension>\\w+)=(?<name>[\\w-]+)', '(?<statistic>\\w+)'\\)");
    private static final Pattern METRIC = Pattern.compile("MetricName=\"(\\w+)\"");

    /** By the dimension that holds it, what has the name, and the property that would give it another. */
    private static final Map<String, List<String>> NAMED = Map.of(
            "TargetGroup", List.of("AWS::ElasticLoadBalancingV2::TargetGroup", "/Name"),
            "ClusterName", List.of("AWS::ECS::Cluster", "/ClusterName"),
            "AutoScalingGroupName", List.of("AWS::AutoScaling::AutoScalingGroup", "/AutoScalingGroupName"),
            "FunctionName", List.of("AWS::Lambda::Function", "/FunctionName"));

    private static final Page ALL = Page.of(Assembly.with());

    @Test
    void searchesForMetricsThatThereAre() {
        Set<String> searched = new TreeSet<>();
        for (Matcher search : searches(ALL.graphs())) {
            METRIC.matcher(search.group("metrics"))
                    .results()
                    .forEach(metric -> searched.add(search.group("schema") + " " + metric.group(1)));
        }
        for (JsonNode graph : ALL.graphs()) {
            Json.elements(graph.path("metrics"))
                    .filter(metric -> metric.size() > 1)
                    .forEach(metric -> searched.add("%s,%s %s"
                            .formatted(
                                    metric.get(0).asText(),
                                    metric.get(2).asText(),
                                    metric.get(1).asText())));
        }

        Set<String> unknown = new TreeSet<>(searched);
        unknown.removeAll(CdkMetrics.known());
        assertEquals(Set.of(), unknown);
        assertTrue(searched.size() >= 12, searched::toString);
    }

    /** CloudFormation names what has no name of its own: stack, logical id, and something random. */
    @ParameterizedTest
    @EnumSource
    void findsWhatIsItsOwn(ComputeOption option) {
        Set<String> found = new TreeSet<>();
        Set<String> types = new TreeSet<>();
        for (Matcher search : searches(row(option))) {
            named(option, search.group("dimension")).forEach((name, resource) -> {
                if (name.startsWith(search.group("name"))) {
                    found.add(resource.logicalId());
                    types.add(resource.type());
                }
            });
            assertFalse(found.isEmpty(), search::group);
        }

        if (option.wayIn() instanceof WayIn.LoadBalancer) {
            assertEquals(2, types.size(), "a target group, and what has processors");
        } else {
            assertEquals(
                    Assembly.with()
                            .stack(option.stackId())
                            .all("AWS::Lambda::Function")
                            .size(),
                    found.size());
        }
    }

    /** An id that begins with another's would have both options in one graph. */
    @ParameterizedTest
    @EnumSource
    void findsNothingOfAnotherOption(ComputeOption option) {
        for (Matcher search : searches(row(option))) {
            for (ComputeOption other : ComputeOption.values()) {
                named(other, search.group("dimension"))
                        .keySet()
                        .forEach(name -> assertEquals(other == option, Tokens.finds(search.group("name"), name), name));
            }
        }
    }

    /** The metrics know the API alone and not the route: a second option behind it would be counted with the first. */
    @Test
    void hasTheHttpApiToItself() {
        assertEquals(
                1,
                Arrays.stream(ComputeOption.values())
                        .filter(option -> option.wayIn() instanceof WayIn.HttpApi)
                        .count());
    }

    /** Percentiles are no counts, and a peak is no sum: each metric with the statistic that its service advises. */
    @Test
    void asksForTheStatisticThatMeansSomething() {
        Map<String, Set<String>> advised = Map.of(
                "RequestCount", Set.of("Sum"),
                "HTTPCode_Target_5XX_Count", Set.of("Sum"),
                "TargetConnectionErrorCount", Set.of("Sum"),
                "TargetResponseTime", Set.of("p50", "p99"),
                "HealthyHostCount", Set.of("Average"),
                "CPUUtilization", Set.of("Average"),
                "Invocations", Set.of("Sum"),
                "ConcurrentExecutions", Set.of("Maximum"),
                "Duration", Set.of("p50", "p99", "Sum"));
        for (Matcher search : searches(ALL.graphs())) {
            METRIC.matcher(search.group("metrics"))
                    .results()
                    .forEach(metric -> assertTrue(
                            advised.getOrDefault(metric.group(1), Set.of("Sum")).contains(search.group("statistic")),
                            search.group()));
        }
    }

    /** Source: Amazon CloudWatch User Guide, "Search expression syntax"; API reference, "Dashboard body structure". */
    @Test
    void staysWithinWhatCloudWatchTakes() {
        searches(ALL.graphs()).forEach(search -> assertTrue(search.group().length() <= 1024, search::group));
        assertTrue(ALL.widgets().size() <= 500);
        ALL.graphs().forEach(graph -> assertTrue(graph.path("metrics").size() <= 100));
    }

    private static List<JsonNode> row(ComputeOption option) {
        return ALL.rows().get("%s (%s)".formatted(option.title(), option.id()));
    }

    /** Each search once, in the order in which they are drawn. */
    private static List<Matcher> searches(List<JsonNode> graphs) {
        Set<String> texts = new LinkedHashSet<>();
        graphs.stream()
                .flatMap(graph -> Json.elements(graph.path("metrics")))
                .map(metric -> metric.get(metric.size() - 1).path("expression").asText())
                .flatMap(expression -> {
                    long all = Stream.of(expression.split("SEARCH", -1)).count() - 1;
                    List<String> found = SEARCH.matcher(expression)
                            .results()
                            .map(result -> result.group())
                            .toList();
                    assertEquals(all, found.size(), expression);
                    return found.stream();
                })
                .forEach(texts::add);
        return texts.stream().map(SEARCH::matcher).filter(Matcher::matches).toList();
    }

    /** What an option has of the kind that the dimension names; EKS makes an Auto Scaling group of each node group. */
    private static Map<String, Resource> named(ComputeOption option, String dimension) {
        Map<String, Resource> named = new TreeMap<>();
        StackTemplate stack = Assembly.with().stack(option.stackId());
        List<String> kind = NAMED.get(dimension);
        stack.all(kind.get(0)).forEach(resource -> named.put(nameOf(option, resource, kind.get(1)), resource));
        if (dimension.equals("AutoScalingGroupName")) {
            stack.all("AWS::EKS::Nodegroup")
                    .forEach(group -> named.put(
                            "eks-%s-1ac7b2f6-0123-4567-89ab-cdef01234567".formatted(group.text("/NodegroupName")),
                            group));
        }
        return named;
    }

    private static String nameOf(ComputeOption option, Resource resource, String property) {
        return resource.has(property)
                ? resource.text(property)
                : "Atlas%s-%s-1ABCDEFGHIJKL".formatted(option.stackId(), resource.logicalId());
    }
}
