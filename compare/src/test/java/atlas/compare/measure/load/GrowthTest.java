package atlas.compare.measure.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.measure.load.Growth.Sample;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private static final double ROUNDING = 1e-6;

    @Property(tries = 200)
    void isThePaceOfWhatGrowsEvenly(
            @ForAll @DoubleRange(min = -100, max = 100) double pace,
            @ForAll @DoubleRange(min = 0, max = 500) double from) {
        assertEquals(pace, Growth.of(line(pace, from)).perMinute(), ROUNDING);
    }

    /** Up to 3 MiB are in flight at each of the samples, which are 3 s apart for a minute. */
    @Test
    void seesALeakThroughWhatIsInFlight() {
        var inFlight = new Random(1);
        List<Sample> samples = line(4, 100).stream()
                .map(sample -> new Sample(sample.minutes(), sample.value() + 3 * inFlight.nextDouble()))
                .toList();
        assertEquals(4, Growth.of(samples).perMinute(), 1);
    }

    private static List<Sample> line(double pace, double from) {
        return IntStream.range(0, 20)
                .mapToObj(i -> new Sample(i / 20.0, from + pace * i / 20.0))
                .toList();
    }
}
