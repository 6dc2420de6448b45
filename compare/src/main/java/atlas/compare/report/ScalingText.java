package atlas.compare.report;

import atlas.compare.inventory.Bounds;
import atlas.compare.inventory.Scaled;
import atlas.compare.inventory.ScalingRule;
import atlas.compare.inventory.ScalingRule.Other;
import atlas.compare.inventory.ScalingRule.Scheduled;
import atlas.compare.inventory.ScalingRule.Step;
import atlas.compare.inventory.ScalingRule.Stepping;
import atlas.compare.inventory.ScalingRule.Tracking;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;

/** Bounds and rules of scaling in words. */
final class ScalingText {
    private ScalingText() {}

    /** Without a most where only the account's quota ends it, or the deployment knows. */
    static String bounds(Scaled scaled) {
        boolean one = scaled.bounds().min().equals(scaled.bounds().max())
                && scaled.bounds().max().filter(BigDecimal.ONE::equals).isPresent();
        return bounds(scaled.bounds(), " " + scaled.unit() + (one ? "" : "s"));
    }

    private static String bounds(Bounds bounds, String units) {
        String min = bounds.min().map(Words::number).orElse("");
        String max = bounds.max().map(Words::number).orElse("");
        String desired = bounds.desired()
                .filter(first -> bounds.min().filter(first::equals).isEmpty())
                .map(first -> ", %s at first".formatted(Words.number(first)))
                .orElse("");
        return range(min, max, units) + desired;
    }

    private static String range(String min, String max, String units) {
        if (max.isEmpty()) {
            return min.isEmpty() ? "any number of" + units : min + units + " or more";
        }
        if (min.isEmpty()) {
            return "up to " + max + units;
        }
        return (min.equals(max) ? min : min + " to " + max) + units;
    }

    static String of(ScalingRule rule) {
        if (rule instanceof Tracking tracking) {
            return "target tracking: %s%s"
                    .formatted(
                            tracking.metric(),
                            tracking.target()
                                    .map(target -> " at " + Words.number(target))
                                    .orElse(""));
        }
        if (rule instanceof Stepping stepping) {
            return "steps: %s (%s)"
                    .formatted(
                            stepping.steps().stream().map(ScalingText::step).collect(Collectors.joining(", ")),
                            stepping.adjustment());
        }
        if (rule instanceof Scheduled scheduled) {
            return "schedule: %s, %s".formatted(scheduled.schedule(), bounds(scheduled.bounds(), ""));
        }
        return ((Other) rule).kind();
    }

    private static String step(Step step) {
        String change = Words.number(step.change());
        return "%s%s".formatted(step.change().signum() > 0 ? "+" + change : change, range(step.from(), step.to()));
    }

    private static String range(Optional<BigDecimal> from, Optional<BigDecimal> to) {
        return from.map(number -> " from " + Words.number(number)).orElse("")
                + to.map(number -> " to " + Words.number(number)).orElse("");
    }
}
