package atlas.compare.curve;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The rates that curves are drawn over, in requests a second: 0.01 to 10,000, evenly on a logarithmic scale. */
public final class Rates {
    public static final BigDecimal LOWEST = new BigDecimal("0.01");
    public static final BigDecimal HIGHEST = BigDecimal.valueOf(10_000);

    private static final int DECADES = 6;
    private static final int A_DECADE = 20;
    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final BigDecimal CLOSE = new BigDecimal("1.001");
    private static final BigDecimal VERY_CLOSE = new BigDecimal("1.0001");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Rates() {}

    /** From the lowest to the highest, both among them. */
    public static List<BigDecimal> evenly(int aDecade) {
        List<BigDecimal> rates = new ArrayList<>();
        for (int i = 0; i <= DECADES * aDecade; i++) {
            double factor = StrictMath.pow(10, (double) i / aDecade);
            rates.add(LOWEST.multiply(BigDecimal.valueOf(factor))
                    .round(FOUR_DIGITS)
                    .stripTrailingZeros());
        }
        return rates;
    }

    /**
     * As close together as it takes: two neighbours are a thousandth apart, or nothing can happen between them.
     *
     * @param isQuiet whether nothing that is looked for can happen between two rates
     */
    static List<BigDecimal> closely(BiPredicate<BigDecimal, BigDecimal> isQuiet) {
        List<BigDecimal> rates = new ArrayList<>(List.of(LOWEST));
        for (BigDecimal rate : evenly(A_DECADE)) {
            if (rate.compareTo(LOWEST) > 0) {
                addUpTo(rate, rates, isQuiet);
            }
        }
        return rates;
    }

    private static void addUpTo(BigDecimal high, List<BigDecimal> rates, BiPredicate<BigDecimal, BigDecimal> isQuiet) {
        BigDecimal low = rates.get(rates.size() - 1);
        if (high.compareTo(low.multiply(CLOSE)) > 0 && !isQuiet.test(low, high)) {
            addUpTo(middle(low, high), rates, isQuiet);
            addUpTo(high, rates, isQuiet);
        } else {
            rates.add(high);
        }
    }

    /**
     * The highest that is possible, to a ten-thousandth, so that three digits of it are right; empty when not even the lowest is.
     *
     * @param isPossible whether a rate is; where one is, all below are
     */
    static Optional<BigDecimal> highest(Predicate<BigDecimal> isPossible) {
        if (!isPossible.test(LOWEST)) {
            return Optional.empty();
        }
        if (isPossible.test(HIGHEST)) {
            return Optional.of(HIGHEST);
        }
        BigDecimal possible = LOWEST;
        BigDecimal tooHigh = HIGHEST;
        while (tooHigh.compareTo(possible.multiply(VERY_CLOSE)) > 0) {
            BigDecimal middle = middle(possible, tooHigh);
            if (isPossible.test(middle)) {
                possible = middle;
            } else {
                tooHigh = middle;
            }
        }
        return Optional.of(possible);
    }

    private static BigDecimal middle(BigDecimal low, BigDecimal high) {
        return low.add(high).multiply(HALF).round(MathContext.DECIMAL64);
    }
}
