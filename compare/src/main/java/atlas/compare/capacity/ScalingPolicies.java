package atlas.compare.capacity;

import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a template says of the scaling of one resource: bounds and target tracking. */
final class ScalingPolicies {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    private final SetUp setUp;
    private final Resource scaled;

    ScalingPolicies(SetUp setUp, Resource scaled) {
        this.setUp = setUp;
        this.scaled = scaled;
    }

    /** What Application Auto Scaling may change, when it may. */
    Optional<Resource> target() {
        return setUp.resources("AWS::ApplicationAutoScaling::ScalableTarget")
                .filter(target -> isOurs(target.at("ResourceId")))
                .findFirst();
    }

    /** Made of the service, or spelled out with its name. */
    private boolean isOurs(Value resourceId) {
        String name = scaled.at("ServiceName").text().orElse("");
        return resourceId.references().contains(scaled.name())
                || !name.isEmpty()
                        && resourceId
                                .text()
                                .filter(id -> id.endsWith("/" + name))
                                .isPresent();
    }

    int min(int otherwise) {
        return target().map(target -> target.at("MinCapacity").wholeOr(otherwise))
                .orElse(otherwise);
    }

    OptionalInt max(int otherwise) {
        return OptionalInt.of(target().map(target -> target.at("MaxCapacity").wholeOr(otherwise))
                .orElse(otherwise));
    }

    Scaling scaling() {
        List<Value> tracking = setUp.resources(
                        "AWS::ApplicationAutoScaling::ScalingPolicy", "AWS::AutoScaling::ScalingPolicy")
                .filter(this::concerns)
                .map(ScalingPolicies::tracking)
                .toList();
        return new Scaling(
                smallest(tracking, "CPUUtilization", PERCENT), smallest(tracking, "RequestCountPerTarget", MINUTE));
    }

    private boolean concerns(Resource policy) {
        boolean ours = policy.at("AutoScalingGroupName").references().contains(scaled.name());
        return ours
                || isOurs(policy.at("ResourceId"))
                || target().filter(target ->
                                policy.at("ScalingTargetId").references().contains(target.name()))
                        .isPresent();
    }

    private static Value tracking(Resource policy) {
        Value application = policy.at("TargetTrackingScalingPolicyConfiguration");
        return application.isPresent() ? application : policy.at("TargetTrackingConfiguration");
    }

    private static Optional<BigDecimal> smallest(List<Value> tracking, String metric, BigDecimal per) {
        return tracking.stream()
                .filter(policy -> policy.at("PredefinedMetricSpecification", "PredefinedMetricType")
                        .text()
                        .filter(type -> type.endsWith(metric))
                        .isPresent())
                .flatMap(policy -> policy.at("TargetValue").number().stream())
                .filter(target -> target.signum() > 0)
                .map(target -> target.divide(per, MathContext.DECIMAL64))
                .reduce(BigDecimal::min);
    }
}
