package atlas.compare.inventory;

import atlas.compare.inventory.ScalingRule.Other;
import atlas.compare.inventory.ScalingRule.Scheduled;
import atlas.compare.inventory.ScalingRule.Step;
import atlas.compare.inventory.ScalingRule.Stepping;
import atlas.compare.inventory.ScalingRule.Tracking;
import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the policies and schedules that change something's number. */
final class ScalingRules {
    private final SetUp setUp;

    ScalingRules(SetUp setUp) {
        this.setUp = setUp;
    }

    /** @param scaled a scalable target, an Auto Scaling group, or what scales by itself */
    List<ScalingRule> of(Resource scaled) {
        List<ScalingRule> rules = new ArrayList<>();
        setUp.resources("AWS::ApplicationAutoScaling::ScalingPolicy", "AWS::AutoScaling::ScalingPolicy")
                .filter(policy -> concerns(policy, scaled.name()))
                .map(ScalingRules::policy)
                .forEach(rules::add);
        scaled.at("ScheduledActions")
                .items()
                .forEach(action -> rules.add(scheduled(
                        scaled.name(),
                        action.at("Schedule"),
                        Bounds.of(
                                action.at("ScalableTargetAction", "MinCapacity"),
                                Value.NONE,
                                action.at("ScalableTargetAction", "MaxCapacity")))));
        setUp.resources("AWS::AutoScaling::ScheduledAction")
                .filter(action -> concerns(action, scaled.name()))
                .map(action -> scheduled(
                        action.name(),
                        action.at("Recurrence").isPresent() ? action.at("Recurrence") : action.at("StartTime"),
                        Bounds.of(action.at("MinSize"), action.at("DesiredCapacity"), action.at("MaxSize"))))
                .forEach(rules::add);
        setUp.resources("AWS::ECS::CapacityProvider")
                .flatMap(provider -> capacityProvider(provider, scaled.name()).stream())
                .forEach(rules::add);
        express(scaled).ifPresent(rules::add);
        return rules;
    }

    private static boolean concerns(Resource rule, Reference scaled) {
        return rule.at("AutoScalingGroupName").references().contains(scaled)
                || rule.at("ScalingTargetId").references().contains(scaled);
    }

    private static ScalingRule policy(Resource policy) {
        Value application = policy.at("TargetTrackingScalingPolicyConfiguration");
        Value tracking = application.isPresent() ? application : policy.at("TargetTrackingConfiguration");
        if (tracking.isPresent()) {
            return new Tracking(
                    policy.name(), metric(tracking), tracking.at("TargetValue").number());
        }
        Value stepping = policy.at("StepScalingPolicyConfiguration").isPresent()
                ? policy.at("StepScalingPolicyConfiguration")
                : policy.properties();
        List<Step> steps = stepping.at("StepAdjustments").items().stream()
                .flatMap(step -> step(step).stream())
                .toList();
        return steps.isEmpty()
                ? new Other(policy.name(), policy.at("PolicyType").text().orElse("SimpleScaling"))
                : new Stepping(policy.name(), stepping.at("AdjustmentType").toString(), steps);
    }

    private static Optional<Step> step(Value step) {
        return step.at("ScalingAdjustment")
                .number()
                .map(change -> new Step(
                        step.at("MetricIntervalLowerBound").number(),
                        step.at("MetricIntervalUpperBound").number(),
                        change));
    }

    private static String metric(Value tracking) {
        return tracking.at("PredefinedMetricSpecification", "PredefinedMetricType")
                .text()
                .or(() -> tracking.at("CustomizedMetricSpecification", "MetricName")
                        .text())
                .orElse("a metric of its own");
    }

    private static ScalingRule scheduled(Reference name, Value schedule, Bounds bounds) {
        return new Scheduled(name, schedule.toString(), bounds);
    }

    /** ECS brings instances as tasks need them, and keeps the group so full. */
    private static Optional<ScalingRule> capacityProvider(Resource provider, Reference group) {
        Value auto = provider.at("AutoScalingGroupProvider");
        Value managed = auto.at("ManagedScaling");
        return auto.at("AutoScalingGroupArn").references().contains(group)
                        && managed.at("Status").is("ENABLED")
                ? Optional.of(new Tracking(
                        provider.name(),
                        "CapacityProviderReservation",
                        managed.at("TargetCapacity").number()))
                : Optional.empty();
    }

    private static Optional<ScalingRule> express(Resource service) {
        Value target = service.at("ScalingTarget");
        return target.at("AutoScalingMetric").isPresent()
                ? Optional.of(new Tracking(
                        service.name(),
                        target.at("AutoScalingMetric").toString(),
                        target.at("AutoScalingTargetValue").number()))
                : Optional.empty();
    }
}
