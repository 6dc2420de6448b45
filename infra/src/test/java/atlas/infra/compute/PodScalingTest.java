package atlas.infra.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.infra.OffHours;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodScalingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SHRINK | patch horizontalpodautoscaler/app --patch={'spec':{'maxReplicas':2}}"
                        + " | patch horizontalpodautoscaler/app --patch={'spec':{'maxReplicas':6}}",
                "STOP | scale deployment/app --replicas=0 | scale deployment/app --replicas=2",
            })
    void tellsKubectlWhatIsDueWhen(OffHours offHours, String evening, String morning) {
        PodScaling pods = new PodScaling(2, 6, offHours);

        assertEquals(evening.replace('\'', '"'), command(pods, "EVENING_COMMAND"));
        assertEquals(morning.replace('\'', '"'), command(pods, "MORNING_COMMAND"));
        assertEquals("0 20 * * MON-FRI", pods.blanks().get("EVENING_SCHEDULE"));
        assertEquals("0 6 * * MON-FRI", pods.blanks().get("MORNING_SCHEDULE"));
    }

    @Test
    void boundsTheAutoscaler() {
        PodScaling pods = new PodScaling(2, 6, OffHours.RUN);

        assertEquals(
                List.of(2, 6),
                List.of(pods.blanks().get("MIN_PODS"), pods.blanks().get("MAX_PODS")));
    }

    private static String command(PodScaling pods, String blank) {
        return ((List<?>) pods.blanks().get(blank))
                .stream().map(String::valueOf).reduce((a, b) -> a + " " + b).orElse("");
    }
}
