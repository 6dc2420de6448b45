package atlas.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FargateSizeTest {
    /** The whole table of AWS up to 4 vCPU: ECS refuses any other pair, but only when the service is created. */
    @ParameterizedTest
    @CsvSource({
        "256, 512, 2048, 3",
        "512, 1024, 4096, 4",
        "1024, 2048, 8192, 7",
        "2048, 4096, 16384, 13",
        "4096, 8192, 30720, 23",
    })
    void takesThePairsThatFargateRuns(int cpu, int least, int most, int pairs) {
        List<Integer> taken = IntStream.rangeClosed(1, 512)
                .map(step -> step * 64)
                .filter(memoryMiB -> takes(cpu, memoryMiB))
                .boxed()
                .toList();

        assertEquals(pairs, taken.size());
        assertEquals(least, taken.get(0));
        assertEquals(most, taken.get(taken.size() - 1));
    }

    private static boolean takes(int cpu, int memoryMiB) {
        try {
            FargateSize.refuseUnknown(cpu, memoryMiB);
            return true;
        } catch (SettingsException refused) {
            return false;
        }
    }
}
