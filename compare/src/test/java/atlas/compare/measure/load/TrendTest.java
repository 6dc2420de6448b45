package atlas.compare.measure.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.measure.load.Trend.Sample;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final double ROUNDING = 1e-6;

    @Property(tries = 200)
    void isTheSlopeOfWhatGrowsEvenly(
            @ForAll @DoubleRange(min = -100, max = 100) double slope,
            @ForAll @DoubleRange(min = 0, max = 500) double from) {
        assertEquals(slope, Trend.of(line(slope, from)).perMinute(), ROUNDING);
    }

    /** Samples of every five seconds for two minutes, each wrong by up to 1. */
    @Test
    void seesALeakThroughTheNoise() {
        var noise = new Random(1);
        List<Sample> samples = line(3, 100).stream()
                .map(sample -> new Sample(sample.minutes(), sample.value() + 2 * noise.nextDouble() - 1))
                .toList();
        assertEquals(3, Trend.of(samples).perMinute(), 0.5);
    }

    private static List<Sample> line(double slope, double from) {
        return IntStream.range(0, 24)
                .mapToObj(i -> new Sample(i / 12.0, from + slope * i / 12.0))
                .toList();
    }
}
