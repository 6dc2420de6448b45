package atlas.compare.measure;

import java.util.Arrays;
import java.util.Collection;

/** What figures have in common: none is below zero, and of several the middle one speaks. */
public final class Figures {
    private Figures() {}

    static void refuseNegative(double... figures) {
        if (Arrays.stream(figures).anyMatch(figure -> !(figure >= 0))) {
            throw new IllegalArgumentException("figures are 0 or more, got " + Arrays.toString(figures));
        }
    }

    /**
     * The middle one; of an even number the mean of the middle two.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static double median(Collection<? extends Number> figures) {
        double[] sorted =
                figures.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no figures, so no median");
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** To a hundredth: more digits would say more than was measured. */
    public static double rounded(double figure) {
        return Math.round(figure * 100) / 100.0;
    }
}
