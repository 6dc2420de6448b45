package atlas.compare.measure.load;

import java.util.List;

/**
 * How fast something grows that goes up and down as well: by how much its lowest value of a while is above that of the while
 * before. What is in flight at one moment only adds to a value, so the lowest one has the least of it.
 *
 * @param total from the one while to the other
 */
record Growth(double perMinute, double total) {
    /** @param minutes since some moment, when the value was taken */
    record Sample(double minutes, double value) {}

    /** @param samples in the order in which they were taken, four or more; an odd one is left out */
    static Growth of(List<Sample> samples) {
        int half = samples.size() / 2;
        List<Sample> before = samples.subList(0, half);
        List<Sample> after = samples.subList(half, 2 * half);
        double minutes = after.get(0).minutes() - before.get(0).minutes();
        double total = lowest(after) - lowest(before);
        return new Growth(total / minutes, total);
    }

    private static double lowest(List<Sample> samples) {
        return samples.stream().mapToDouble(Sample::value).min().orElseThrow();
    }
}
