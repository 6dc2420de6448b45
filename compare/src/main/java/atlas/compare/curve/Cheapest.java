package atlas.compare.curve;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which set-up is the cheapest over a stretch of rates.
 *
 * @param from first rate of the stretch on the scale of {@link Rates}
 * @param to last rate of it
 */
public record Cheapest(String setUp, BigDecimal from, BigDecimal to) {

    /** At each rate, neighbouring rates with the same winner as one; empty without curves. */
    static List<Cheapest> among(List<Curve> curves, int aDecade) {
        List<Cheapest> stretches = new ArrayList<>();
        if (curves.isEmpty()) {
            return stretches;
        }
        for (BigDecimal rate : Rates.evenly(aDecade)) {
            String winner = curves.stream()
                    .min(Comparator.comparing((Curve curve) -> curve.cost(rate)))
                    .orElseThrow()
                    .setUp();
            Cheapest last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (last != null && last.setUp().equals(winner)) {
                stretches.set(stretches.size() - 1, new Cheapest(winner, last.from(), rate));
            } else {
                stretches.add(new Cheapest(winner, rate, rate));
            }
        }
        return stretches;
    }
}
