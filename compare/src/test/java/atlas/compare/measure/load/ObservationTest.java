package atlas.compare.measure.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.measure.Conditions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ObservationTest {
    private static final Conditions CONDITIONS = new Conditions(10, 10, 256, 1);
    private final Observation seen = new Observation();

    @Test
    void hasThePercentilesOfAHundredTimes() {
        for (int millis = 1; millis <= 100; millis++) {
            seen.tile(answer(1000 + millis, 3.5), millis * 1_000_000L);
        }
        seen.lasted(10_000_000_000L, 200_000_000);

        var latency = seen.latency(CONDITIONS);
        assertEquals(50, latency.p50Millis(), 0.1);
        assertEquals(90, latency.p90Millis(), 0.1);
        assertEquals(99, latency.p99Millis(), 0.1);
        assertEquals(100, latency.maxMillis(), 0.1);
        assertEquals(2, latency.generatorCpuMillisPerRequest());
        assertEquals(1051, seen.medianBytes());
        assertEquals(3.5, seen.medianRenderMillis());
        assertEquals(10, seen.seconds());
    }

    @Property
    void keepsThePercentilesInOrder(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 2_000_000_000) Integer> nanos) {
        var some = new Observation();
        nanos.forEach(time -> some.tile(answer(1, 1), time));

        var latency = some.latency(CONDITIONS);
        assertTrue(latency.p50Millis() <= latency.p90Millis());
        assertTrue(latency.p90Millis() <= latency.p99Millis());
        assertTrue(latency.p99Millis() <= latency.maxMillis());
    }

    /** An answer after ten minutes is as good as none, but it is not lost. */
    @Test
    void takesAnyTime() {
        seen.tile(answer(1, 1), Long.MAX_VALUE);

        assertEquals(600_000, seen.latency(CONDITIONS).maxMillis(), 600);
    }

    @Test
    void remembersTheFirstObjection() {
        seen.object("one");
        seen.object("other");

        assertEquals(Optional.of("one"), seen.objection());
    }

    @Test
    void hasNoMedianWithoutTiles() {
        seen.failure("503");

        assertThrows(IllegalArgumentException.class, seen::medianBytes);
    }

    private static Answer answer(int bytes, double render) {
        return new Answer(200, Map.of("Server-Timing", "render;dur=" + render), bytes);
    }
}
