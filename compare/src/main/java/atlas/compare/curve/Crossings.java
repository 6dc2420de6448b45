package atlas.compare.curve;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The rates at which two curves change their order, to a thousandth. Neither ever falls, so between two rates they can only
 * meet if the one that is cheaper at the first is dearer at the second than the other was at the first.
 *
 * @param from the first of them
 * @param to the last of them
 */
record Crossings(BigDecimal from, BigDecimal to, boolean firstIsCheaperBelow, boolean firstIsCheaperAbove) {

    /** Empty when the order is the same at all rates; two curves that touch do not cross. */
    static Optional<Crossings> of(UnaryOperator<BigDecimal> one, UnaryOperator<BigDecimal> other) {
        List<BigDecimal> decided = Rates.closely((low, high) -> keepTheirOrder(one, other, low, high)).stream()
                .filter(rate -> order(one, other, rate) != 0)
                .toList();
        List<BigDecimal> changes = changes(one, other, decided);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Crossings(
                changes.get(0),
                changes.get(changes.size() - 1),
                order(one, other, decided.get(0)) < 0,
                order(one, other, decided.get(decided.size() - 1)) < 0));
    }

    private static boolean keepTheirOrder(
            UnaryOperator<BigDecimal> one, UnaryOperator<BigDecimal> other, BigDecimal low, BigDecimal high) {
        boolean areEqual = order(one, other, low) == 0 && order(one, other, high) == 0;
        return areEqual || staysBelow(one, other, low, high) || staysBelow(other, one, low, high);
    }

    private static boolean staysBelow(
            UnaryOperator<BigDecimal> one, UnaryOperator<BigDecimal> other, BigDecimal low, BigDecimal high) {
        return one.apply(high).compareTo(other.apply(low)) < 0;
    }

    private static int order(UnaryOperator<BigDecimal> one, UnaryOperator<BigDecimal> other, BigDecimal rate) {
        return one.apply(rate).compareTo(other.apply(rate));
    }

    private static List<BigDecimal> changes(
            UnaryOperator<BigDecimal> one, UnaryOperator<BigDecimal> other, List<BigDecimal> decided) {
        return IntStream.range(1, decided.size())
                .filter(i -> order(one, other, decided.get(i)) != order(one, other, decided.get(i - 1)))
                .mapToObj(decided::get)
                .toList();
    }
}
