package atlas.compare.curve;

import java.util.ArrayList;
import java.util.List;

/** The curves of several set-ups, and what shows when they lie over each other. */
public final class Curves {
    private final List<Curve> drawn;

    public Curves(List<Curve> curves) {
        drawn = curves.stream().filter(Curve::isDrawn).toList();
    }

    /** Those that have a curve, in the order given. */
    public List<Curve> drawn() {
        return drawn;
    }

    /** Of every pair that crosses. */
    public List<CrossOver> crossOvers() {
        List<CrossOver> found = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            for (int k = i + 1; k < drawn.size(); k++) {
                CrossOver.between(drawn.get(i), drawn.get(k)).ifPresent(found::add);
            }
        }
        return found;
    }

    /** At each rate, from the lowest to the highest. */
    public List<Cheapest> cheapest() {
        return Cheapest.among(drawn);
    }
}
