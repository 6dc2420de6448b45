package atlas.infra.dashboard;

import static atlas.infra.dashboard.Search.labelled;

import java.util.List;
import software.amazon.awscdk.services.cloudwatch.IMetric;

/** How busy the processors are, in percent, without the insights and the detailed monitoring that cost extra. */
public final class CpuMetrics {
    private static final String NAME = "CPUUtilization";

    private CpuMetrics() {}

    /**
     * Of the CPU that the tasks of a service have reserved.
     *
     * @param cluster the beginning of its name; it has one service
     */
    public static IMetric ofTasks(String cluster) {
        Search search = new Search("AWS/ECS", List.of("ClusterName", "ServiceName"), "ClusterName", cluster);
        return labelled("CPU", search.highest("Average", NAME));
    }

    /**
     * Of the instances of an Auto Scaling group.
     *
     * @param group the beginning of its name
     */
    public static IMetric ofInstances(String group) {
        Search search = new Search("AWS/EC2", List.of("AutoScalingGroupName"), "AutoScalingGroupName", group);
        return labelled("CPU", search.highest("Average", NAME));
    }
}
