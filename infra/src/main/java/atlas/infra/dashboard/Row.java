package atlas.infra.dashboard;

import atlas.infra.ComputeOption;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;

/**
 * What the dashboard shows of an option: the same of each, in the same units, so that one row can be held against another.
 *
 * @param requests that reached it in a period
 * @param median time it took to answer one, in milliseconds
 * @param slowest time within which it answered 99 of 100, in milliseconds
 * @param errors of its own making in a period
 * @param units that were running: instances, tasks, pods or environments
 * @param utilisation of these units, in percent
 */
public record Row(
        ComputeOption option,
        IMetric requests,
        IMetric median,
        IMetric slowest,
        IMetric errors,
        IMetric units,
        IMetric utilisation) {
    /** As often as EC2 measures without the detailed monitoring that costs extra. */
    static final Duration PERIOD = Duration.minutes(5);
}
