package atlas.compare.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CrossingsTest {
    private static final BigDecimal CLOSE = new BigDecimal("1.001");

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
    }

    private static Optional<Crossings> crossings(Stairs one, Stairs other) {
        return Crossings.of(one::cost, other::cost);
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

    /** At every rate of a fine scale, unless the order changes within a thousandth of it. */
    @Property(tries = 60)
    void agreesWithBruteForce(@ForAll("stairs") Stairs one, @ForAll("stairs") Stairs other) {
        Optional<Crossings> found = crossings(one, other);

        for (double rate = 0.01; rate <= 10_000; rate *= 1.0007) {
            BigDecimal exactly = new BigDecimal(rate, MathContext.DECIMAL64);
            assertTrue(
                    isSaid(found, one, other, exactly)
                            || isSaid(found, one, other, exactly.multiply(CLOSE))
                            || isSaid(found, one, other, exactly.divide(CLOSE, MathContext.DECIMAL64)),
                    "%s at %s".formatted(found, exactly));
        }
    }

    /** Whether the bands tell which of two is cheaper; inside of them they do not say so. */
    private static boolean isSaid(Optional<Crossings> found, Stairs one, Stairs other, BigDecimal rate) {
        int order = one.cost(rate).compareTo(other.cost(rate));
        if (order == 0) {
            return true;
        }
        if (found.isEmpty()) {
            int always = one.cost(Rates.LOWEST).compareTo(other.cost(Rates.LOWEST));
            return order == always || always == 0;
        }
        Crossings band = found.get();
        boolean isBelow = rate.compareTo(band.from()) < 0;
        boolean isAbove = rate.compareTo(band.to()) > 0;
        return (!isBelow || band.firstIsCheaperBelow() == order < 0)
                && (!isAbove || band.firstIsCheaperAbove() == order < 0);
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

    private static void assertClose(String expected, BigDecimal actual) {
        double ratio = actual.doubleValue() / Double.parseDouble(expected);
        assertTrue(Math.abs(ratio - 1) < 0.005, "expected about %s, got %s".formatted(expected, actual));
    }
}
