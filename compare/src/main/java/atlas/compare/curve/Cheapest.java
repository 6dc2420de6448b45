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
    static List<Cheapest> among(List<Curve> curves, int aDecade) {
        List<Cheapest> stretches = new ArrayList<>();
        if (curves.isEmpty()) {
            return stretches;
        }
        Curve winner = at(Rates.LOWEST, curves);
        BigDecimal from = Rates.LOWEST;
        BigDecimal before = Rates.LOWEST;
        for (BigDecimal rate : Rates.evenly(aDecade)) {
            Curve next = at(rate, curves);
            if (next != winner) {
                BigDecimal end = Crossings.meeting(next::cost, winner::cost, before, rate);
                stretches.add(new Cheapest(winner.setUp(), from, end));
                winner = next;
                from = end;
            }
            before = rate;
        }
        stretches.add(new Cheapest(winner.setUp(), from, Rates.HIGHEST));
        return stretches;
    }

    /** Of two that cost the same, the first. */
    private static Curve at(BigDecimal rate, List<Curve> curves) {
        return curves.stream()
                .min(Comparator.comparing((Curve curve) -> curve.cost(rate)))
                .orElseThrow();
    }
}
