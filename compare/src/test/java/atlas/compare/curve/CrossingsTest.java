package atlas.compare.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CrossingsTest {
    /** A fixed price, a price a request, and a price a unit that carries so many requests a second; 0 for no units. */
    record Stairs(int fixed, int aRequest, int aUnit, int capacity) {
        BigDecimal cost(BigDecimal rate) {
            BigDecimal units = capacity == 0
                    ? BigDecimal.ZERO
                    : rate.divide(BigDecimal.valueOf(capacity), 0, RoundingMode.CEILING);
            return BigDecimal.valueOf(fixed)
                    .add(rate.multiply(BigDecimal.valueOf(aRequest)))
                    .add(units.multiply(BigDecimal.valueOf(aUnit)));
        }

        Set<BigDecimal> jumps() {
            Set<BigDecimal> jumps = new TreeSet<>();
            for (long rate = capacity; capacity > 0 && rate < 10_000; rate += capacity) {
                jumps.add(BigDecimal.valueOf(rate));
                jumps.add(BigDecimal.valueOf(rate).multiply(new BigDecimal("1.0001")));
            }
            return jumps;
        }
    }

    private static Optional<Crossings> crossings(Stairs one, Stairs other) {
        return Crossings.of(one::cost, one.jumps(), other::cost, other.jumps());
    }

    @Test
    void aLineAndALevelMeetOnce() {
        Crossings found =
                crossings(new Stairs(0, 10, 0, 0), new Stairs(500, 0, 0, 0)).orElseThrow();

        assertClose("50", found.from());
        assertEquals(found.from(), found.to());
        assertTrue(found.firstIsCheaperBelow());
        assertTrue(!found.firstIsCheaperAbove());
    }

    /** 10 a request against 100 for every 12 requests a second: dearer just after each jump, until the sixth unit. */
    @Test
    void stairsMakeABand() {
        Crossings found =
                crossings(new Stairs(0, 10, 0, 0), new Stairs(0, 0, 100, 12)).orElseThrow();

        assertClose("10", found.from());
        assertClose("50", found.to());
    }

    @Test
    void whoIsNeverDearerDoesNotCross() {
        assertEquals(Optional.empty(), crossings(new Stairs(1, 1, 0, 0), new Stairs(2, 1, 0, 0)));
    }

    @Test
    void thoseThatAreEqualDoNotCross() {
        assertEquals(Optional.empty(), crossings(new Stairs(1, 1, 5, 7), new Stairs(1, 1, 5, 7)));
    }

    @Property(tries = 60)
    void agreesWithBruteForce(@ForAll("stairs") Stairs one, @ForAll("stairs") Stairs other) {
        List<BigDecimal> flips = flipsByBruteForce(one, other);

        Optional<Crossings> found = crossings(one, other);

        assertEquals(flips.isEmpty(), found.isEmpty(), "flips " + flips);
        found.ifPresent(crossings -> {
            assertClose(flips.get(0).toPlainString(), crossings.from());
            assertClose(flips.get(flips.size() - 1).toPlainString(), crossings.to());
        });
    }

    @Provide
    Arbitrary<Stairs> stairs() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 50),
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(200, 4000))
                .as(Stairs::new);
    }

    /** Every rate on a fine scale, and both sides of every jump, one by one. */
    private static List<BigDecimal> flipsByBruteForce(Stairs one, Stairs other) {
        Set<BigDecimal> rates = new TreeSet<>(one.jumps());
        rates.addAll(other.jumps());
        for (double rate = 0.01; rate <= 10_000; rate *= 1.002) {
            rates.add(new BigDecimal(rate, MathContext.DECIMAL64));
        }
        List<BigDecimal> flips = new ArrayList<>();
        int before = 0;
        for (BigDecimal rate : rates) {
            int now = one.cost(rate).compareTo(other.cost(rate));
            if (now != 0 && before != 0 && now != before) {
                flips.add(rate);
            }
            before = now == 0 ? before : now;
        }
        return flips;
    }

    private static void assertClose(String expected, BigDecimal actual) {
        double ratio = actual.doubleValue() / Double.parseDouble(expected);
        assertTrue(Math.abs(ratio - 1) < 0.005, "expected about %s, got %s".formatted(expected, actual));
    }
}
