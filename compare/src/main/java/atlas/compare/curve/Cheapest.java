package atlas.compare.curve;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which set-up is the cheapest over a stretch of rates.
 *
 * @param from where the stretch begins, in requests a second: at the lowest rate, or where the one before ends
 * @param to where it ends, to a thousandth
 */
public record Cheapest(String setUp, BigDecimal from, BigDecimal to) {

    /** From the lowest rate to the highest; empty without curves. */
    static List<Cheapest> among(List<Curve> curves) {
        List<Cheapest> stretches = new ArrayList<>();
        if (curves.isEmpty()) {
            return stretches;
        }
        Curve winner = at(Rates.LOWEST, curves);
        BigDecimal from = Rates.LOWEST;
        for (BigDecimal rate : Rates.closely((low, high) -> hasOneWinner(low, high, curves))) {
            Curve next = at(rate, curves);
            if (next != winner) {
                stretches.add(new Cheapest(winner.setUp(), from, rate));
                winner = next;
                from = rate;
            }
        }
        stretches.add(new Cheapest(winner.setUp(), from, Rates.HIGHEST));
        return stretches;
    }

    /** None of the others was as cheap at the lower rate as the winner still is at the higher one, and none ever falls. */
    private static boolean hasOneWinner(BigDecimal low, BigDecimal high, List<Curve> curves) {
        Curve winner = at(low, curves);
        return curves.stream()
                .allMatch(curve ->
                        areEqual(curve, winner, low, high) || curve.cost(low).compareTo(winner.cost(high)) > 0);
    }

    private static boolean areEqual(Curve one, Curve other, BigDecimal low, BigDecimal high) {
        return one.cost(low).compareTo(other.cost(low)) == 0 && one.cost(high).compareTo(other.cost(high)) == 0;
    }

    /** Of two that cost the same, the first. */
    private static Curve at(BigDecimal rate, List<Curve> curves) {
        return curves.stream()
                .min(Comparator.comparing((Curve curve) -> curve.cost(rate)))
                .orElseThrow();
    }
}
