package atlas.compare.report.html;

import atlas.compare.comparison.Comparison;
import atlas.compare.report.Rate;
import atlas.compare.report.html.Circumstances.Given;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A workload, as its file says it. */
final class Workloads {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private Workloads() {}

    /** What a number of the workload is cited from. */
    static String source(Comparison comparison) {
        return "the workload " + comparison.terms().workload().name();
    }

    /** All but what is zero, which says nothing. */
    static List<Given> given(Comparison comparison) {
        Workload workload = comparison.terms().workload();
        String source = source(comparison);
        List<Given> given = new ArrayList<>();
        given.add(new Given(
                Figure.rate(workload.requestsPerSecond(), Evidence.CITED, source), "requests a second on average"));
        BigDecimal peak = workload.peakRequestsPerSecond();
        if (peak.compareTo(workload.requestsPerSecond()) > 0) {
            given.add(new Given(
                    Figure.computed(Rate.text(peak), peak, "its average by the weight of its busiest hour"),
                    "in the busiest hour"));
        }
        addFound(workload, workload.cpuMillisPerRequest(), "ms of CPU each", source, given);
        add(workload.waitMillisPerRequest(), "ms of waiting each", source, given);
        addFound(workload, workload.responseBytes(), "bytes an answer", source, given);
        add(workload.logBytesPerRequest(), "bytes of log each", source, given);
        add(workload.coldStartShare().multiply(PERCENT), "% cold starts", source, given);
        addFound(workload, workload.coldStartMillis(), "ms a cold start", source, given);
        add(workload.hoursPerMonth(), "hours a month", source, given);
        return given;
    }

    /** What may have been measured. */
    private static void addFound(Workload workload, BigDecimal value, String unit, String source, List<Given> given) {
        if (workload.measuredOn().isEmpty()) {
            add(value, unit, source, given);
        } else if (value.signum() > 0) {
            given.add(new Given(Figure.measured(value, workload.measuredOn()), unit));
        }
    }

    private static void add(BigDecimal value, String unit, String source, List<Given> given) {
        if (value.signum() > 0) {
            given.add(new Given(Figure.cited(value, source), unit));
        }
    }
}
