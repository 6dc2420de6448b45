package atlas.compare.inventory;

import atlas.compare.template.Reference;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What changes how many there are. */
public sealed interface ScalingRule {
    /** The policy, or the resource that holds it. */
    Reference name();

    /**
     * Keeps a metric near a value.
     *
     * @param metric its predefined type or its name
     * @param target empty when only the deployment knows
     */
    record Tracking(Reference name, String metric, Optional<BigDecimal> target) implements ScalingRule {}

    /**
     * Adds or removes by how far an alarm's metric is from its threshold.
     *
     * @param adjustment ChangeInCapacity, ExactCapacity or PercentChangeInCapacity
     */
    record Stepping(Reference name, String adjustment, List<Step> steps) implements ScalingRule {
        public Stepping {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One step: from so far beyond the threshold on, up to so far, each empty for without end.
     *
     * @param change units, or percent
     */
    record Step(Optional<BigDecimal> from, Optional<BigDecimal> to, BigDecimal change) {}

    /**
     * Sets the bounds at a time.
     *
     * @param schedule a cron expression, a rate or a date, as the template writes it
     */
    record Scheduled(Reference name, String schedule, Bounds bounds) implements ScalingRule {}

    /**
     * Something else that scales.
     *
     * @param kind such as SimpleScaling or PredictiveScaling
     */
    record Other(Reference name, String kind) implements ScalingRule {}
}
