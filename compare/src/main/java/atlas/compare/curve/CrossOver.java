package atlas.compare.curve;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where one set-up gets dearer than another. Their curves rise in steps, so they may meet several times: below the band one
 * is cheaper, above it the other, and within it the number of units decides.
 *
 * @param below id of the one that is cheaper at lower rates
 * @param above id of the one that is cheaper at higher rates; the same one when it only loses for a while
 * @param from first rate at which the order changes, in requests a second
 * @param to last rate at which it changes
 */
public record CrossOver(String below, String above, BigDecimal from, BigDecimal to) {

    /** Whether the one who wins changes in the end. */
    public boolean isLasting() {
        return !below.equals(above);
    }

    /** Empty when one of the two is never dearer. */
    static Optional<CrossOver> between(Curve one, Curve other) {
        return Crossings.of(one::cost, other::cost)
                .map(crossings -> new CrossOver(
                        crossings.firstIsCheaperBelow() ? one.setUp() : other.setUp(),
                        crossings.firstIsCheaperAbove() ? one.setUp() : other.setUp(),
                        crossings.from(),
                        crossings.to()));
    }
}
