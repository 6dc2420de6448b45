package atlas.compare.measure.load;

import atlas.compare.measure.Conditions;
import atlas.compare.measure.Figures;
import atlas.compare.measure.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** What was seen while tiles were asked for. Safe for use by several threads. */
public final class Observation {
    private static final long LONGEST_MICROS = 600_000_000;
    private static final int DIGITS = 3;

    private final Histogram micros = new Histogram(LONGEST_MICROS, DIGITS);
    private final List<Integer> bytes = new ArrayList<>();
    private final List<Double> renderMillis = new ArrayList<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private Optional<String> objection = Optional.empty();
    private long nanos;
    private long cpuNanos;

    /** A tile, and how long it took. */
    synchronized void tile(Answer answer, long nanos) {
        micros.recordValue(Math.min(nanos / 1_000, LONGEST_MICROS));
        bytes.add(answer.bytes());
        answer.renderMillis().ifPresent(renderMillis::add);
    }

    /** No tile; {@code kind} says what instead. */
    synchronized void failure(String kind) {
        failures.merge(kind, 1, Integer::sum);
    }

    /** Ends it: what follows would not be what is to be measured. The first one counts. */
    synchronized void object(String why) {
        objection = objection.or(() -> Optional.of(why));
    }

    /** @param cpuNanos of this process meanwhile */
    synchronized void lasted(long nanos, long cpuNanos) {
        this.nanos = nanos;
        this.cpuNanos = cpuNanos;
    }

    public synchronized Optional<String> objection() {
        return objection;
    }

    public synchronized long tiles() {
        return micros.getTotalCount();
    }

    public synchronized long failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** From the first request to the last answer. */
    public synchronized double seconds() {
        return nanos / 1e9;
    }

    /** Such as {@code 12 x 429, 1 x timed out}; empty when none failed. */
    public synchronized String failures() {
        return failures.entrySet().stream()
                .map(kind -> kind.getValue() + " x " + kind.getKey())
                .collect(Collectors.joining(", "));
    }

    public synchronized Latency latency(Conditions conditions) {
        long requests = tiles() + failed();
        return new Latency(
                conditions.requestsPerSecond(),
                conditions.seconds(),
                requests,
                failed(),
                millis(50),
                millis(90),
                millis(99),
                millis(100),
                Figures.rounded(cpuNanos / 1e6 / Math.max(1, requests)));
    }

    private double millis(double percentile) {
        return Figures.rounded(micros.getValueAtPercentile(percentile) / 1e3);
    }

    /** @throws IllegalArgumentException if no tile came */
    public synchronized long medianBytes() {
        return Math.round(Figures.median(bytes));
    }

    /** @throws IllegalArgumentException if no tile told it */
    public synchronized double medianRenderMillis() {
        return Figures.rounded(Figures.median(renderMillis));
    }
}
