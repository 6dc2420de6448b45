package atlas.infra.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    private static final Search SERVICE =
            new Search("AWS/ECS", List.of("ClusterName", "ServiceName"), "ClusterName", "AtlasEcsFargate");

    @Test
    void findsAMetricByTheBeginningOfAName() {
        assertEquals(
                "MAX(SEARCH('{AWS/ECS,ClusterName,ServiceName} MetricName=\"CPUUtilization\""
                        + " ClusterName=AtlasEcsFargate', 'Average'))",
                SERVICE.highest("Average", "CPUUtilization"));
    }

    /** Side by side without the brackets, the name would belong to the last of them alone. */
    @Test
    void addsSeveralMetricsUp() {
        assertEquals(
                "SUM(SEARCH('{AWS/ECS,ClusterName,ServiceName} (MetricName=\"A\" OR MetricName=\"B\")"
                        + " ClusterName=AtlasEcsFargate', 'Sum'))",
                SERVICE.sum("Sum", "A", "B"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "a-", "a--b", "a b", "it's", "a\" OR \"b", "a*", "a/b"})
    void refusesANameThatIsMoreThanAName(String name) {
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> new Search("AWS/Lambda", List.of("FunctionName"), "FunctionName", name));
        assertEquals(
                "a name to search for must be letters, digits and single hyphens, got " + name, refused.getMessage());
    }
}
