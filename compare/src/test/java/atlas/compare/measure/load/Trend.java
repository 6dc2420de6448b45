package atlas.compare.measure.load;

import java.util.List;

/** The straight line that comes closest to values taken one after the other: does something grow, and how fast? */
record Trend(double perMinute) {
    /** @param minutes since some moment, when the value was taken */
    record Sample(double minutes, double value) {}

    /** @param samples two or more, taken at different moments */
    static Trend of(List<Sample> samples) {
        double meanMinutes =
                samples.stream().mapToDouble(Sample::minutes).average().orElseThrow();
        double meanValue = samples.stream().mapToDouble(Sample::value).average().orElseThrow();
        double together = 0;
        double apart = 0;
        for (Sample sample : samples) {
            together += (sample.minutes() - meanMinutes) * (sample.value() - meanValue);
            apart += (sample.minutes() - meanMinutes) * (sample.minutes() - meanMinutes);
        }
        return new Trend(together / apart);
    }
}
