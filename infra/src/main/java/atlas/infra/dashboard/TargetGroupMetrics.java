package atlas.infra.dashboard;

import static atlas.infra.dashboard.Search.labelled;

import java.util.List;
import software.amazon.awscdk.services.cloudwatch.IMetric;

/** What the load balancer counts of one target group, whatever the targets are. */
public final class TargetGroupMetrics {
    private final Search search;

    /** @param name of the target group */
    public TargetGroupMetrics(String name) {
        search = new Search("AWS/ApplicationELB", List.of("LoadBalancer", "TargetGroup"), "TargetGroup", name);
    }

    public IMetric requests() {
        return labelled("requests", search.sum("Sum", "RequestCount"));
    }

    /**
     * From the load balancer to the target and back: counted in seconds, shown in milliseconds.
     *
     * @param percentile such as p99
     */
    public IMetric responseTime(String percentile) {
        return labelled(percentile, "1000 * " + search.highest(percentile, "TargetResponseTime"));
    }

    /** What a target answered with 5xx, or did not take at all. */
    public IMetric errors() {
        return labelled(
                "5xx, failed connections",
                search.sum("Sum", "HTTPCode_Target_5XX_Count", "TargetConnectionErrorCount"));
    }

    /** @param units what the targets are called, such as tasks */
    public IMetric healthy(String units) {
        return labelled("healthy " + units, search.sum("Average", "HealthyHostCount"));
    }
}
