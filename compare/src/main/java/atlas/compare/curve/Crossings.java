package atlas.compare.curve;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The rates at which two curves change their order, to a thousandth. They are looked for between neighbouring rates of a grid
 * that holds every jump of either curve, so that between two of them both are smooth.
 *
 * @param from the first of them
 * @param to the last of them
 */
record Crossings(BigDecimal from, BigDecimal to, boolean firstIsCheaperBelow, boolean firstIsCheaperAbove) {
    private static final int A_DECADE = 20;
    private static final BigDecimal CLOSE = new BigDecimal("1.001");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final MathContext PRECISION = MathContext.DECIMAL64;

    /** Empty when the order is the same at all rates; two curves that touch do not cross. */
    static Optional<Crossings> of(
            UnaryOperator<BigDecimal> one,
            Collection<BigDecimal> jumpsOfOne,
            UnaryOperator<BigDecimal> other,
            Collection<BigDecimal> jumpsOfOther) {
        SortedSet<BigDecimal> grid = new TreeSet<>(Rates.evenly(A_DECADE));
        grid.addAll(jumpsOfOne);
        grid.addAll(jumpsOfOther);
        UnaryOperator<BigDecimal> difference = rate -> one.apply(rate).subtract(other.apply(rate));
        List<BigDecimal> decided = grid.stream()
                .filter(rate -> difference.apply(rate).signum() != 0)
                .toList();
        BigDecimal first = null;
        BigDecimal last = null;
        for (int i = 1; i < decided.size(); i++) {
            int before = difference.apply(decided.get(i - 1)).signum();
            if (difference.apply(decided.get(i)).signum() != before) {
                last = meeting(difference, decided.get(i - 1), decided.get(i), before);
                first = first == null ? last : first;
            }
        }
        if (first == null) {
            return Optional.empty();
        }
        return Optional.of(new Crossings(
                first,
                last,
                difference.apply(decided.get(0)).signum() < 0,
                difference.apply(decided.get(decided.size() - 1)).signum() < 0));
    }

    /** Where the first of two, which is dearer at the lower rate, gets cheaper on its way to the higher one. */
    static BigDecimal meeting(
            UnaryOperator<BigDecimal> one, UnaryOperator<BigDecimal> other, BigDecimal low, BigDecimal high) {
        return meeting(rate -> one.apply(rate).subtract(other.apply(rate)), low, high, 1);
    }

    private static BigDecimal meeting(
            UnaryOperator<BigDecimal> difference, BigDecimal low, BigDecimal high, int before) {
        BigDecimal from = low;
        BigDecimal to = high;
        while (to.compareTo(from.multiply(CLOSE)) > 0) {
            BigDecimal middle = from.add(to).multiply(HALF).round(PRECISION);
            if (difference.apply(middle).signum() == before) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return to;
    }
}
