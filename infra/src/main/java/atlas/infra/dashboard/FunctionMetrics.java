package atlas.infra.dashboard;

import static atlas.infra.dashboard.Search.labelled;

import java.util.List;
import software.amazon.awscdk.services.cloudwatch.IMetric;

/** What Lambda counts of the functions whose names begin alike. */
public final class FunctionMetrics {
    private final Search search;

    /** @param name the beginning of the functions' names */
    public FunctionMetrics(String name) {
        search = new Search("AWS/Lambda", List.of("FunctionName"), "FunctionName", name);
    }

    public IMetric calls() {
        return labelled("calls", search.sum("Sum", "Invocations"));
    }

    /**
     * Of a call, in milliseconds, without the start of its environment.
     *
     * @param percentile such as p99
     */
    public IMetric duration(String percentile) {
        return labelled(percentile, search.highest(percentile, "Duration"));
    }

    /** Calls that failed, and calls that there was no environment for. */
    public IMetric errors() {
        return labelled("errors, throttles", search.sum("Sum", "Errors", "Throttles"));
    }

    /** The most that were at work at once. */
    public IMetric environments() {
        return labelled("environments", atWork());
    }

    /**
     * The share of the period that these environments worked, each on one call at a time. A call belongs to the period in
     * which it began, so long ones can make more than all.
     */
    public IMetric timeBusy() {
        return labelled(
                "time busy",
                "100 * %s / (%d * %s)"
                        .formatted(
                                search.sum("Sum", "Duration"),
                                Row.PERIOD.toMilliseconds().longValue(),
                                atWork()));
    }

    private String atWork() {
        return search.sum("Maximum", "ConcurrentExecutions");
    }
}
