package atlas.infra.compute;

import atlas.infra.ComputeOption;
import atlas.infra.Layers;
import atlas.infra.WayIn;
import atlas.infra.dashboard.Row;
import atlas.infra.dashboard.TargetGroupMetrics;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListenerRule;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationLoadBalancerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;
import software.constructs.Construct;

/** A server's place on the shared load balancer: its targets, their health, and the rule that sends its path there. */
final class LoadBalancerRoute extends Construct {
    /** How long the load balancer lets a leaving target finish what it has. */
    static final Duration DEREGISTRATION_DELAY = Duration.seconds(30);

    private final ApplicationTargetGroup targetGroup;

    private final ApplicationListenerRule rule;

    LoadBalancerRoute(Construct scope, Layers layers, ComputeOption option, IApplicationLoadBalancerTarget target) {
        super(scope, "Route");
        // A domain's URL is plain text, no reference to the stacks behind it, and they would not be deployed.
        Stack.of(scope).addStackDependency(layers.site());
        WayIn.LoadBalancer wayIn = (WayIn.LoadBalancer) option.wayIn();
        targetGroup = ApplicationTargetGroup.Builder.create(this, "Targets")
                .targetGroupName(targetGroupName(option))
                .vpc(layers.network().vpc())
                .protocol(ApplicationProtocol.HTTP)
                .port(SampleApp.PORT)
                .targets(List.of(target))
                .deregistrationDelay(DEREGISTRATION_DELAY)
                .healthCheck(HealthCheck.builder()
                        .path(SampleApp.HEALTH_PATH)
                        .port("traffic-port") // the default, in so many words where a task's port is a new one each
                        // time
                        .interval(Duration.seconds(10))
                        .timeout(Duration.seconds(5))
                        .healthyThresholdCount(2)
                        .unhealthyThresholdCount(3)
                        .build())
                .build();
        rule = ApplicationListenerRule.Builder.create(this, "Rule")
                .listener(layers.web().listener())
                .priority(wayIn.priority())
                .conditions(List.of(ListenerCondition.pathPatterns(List.of(option.prefix(), option.prefix() + "/*"))))
                .targetGroups(List.of(targetGroup))
                .build();
    }

    /**
     * By this name its metrics are found; CloudFormation's own is cut to 32 characters, and would begin alike for all options.
     * Whoever has a target group replaced, by another port, protocol or type of target, has to change it.
     */
    static String targetGroupName(ComputeOption option) {
        return "atlas-" + option.id();
    }

    /** @param units what the targets are called */
    static Row row(ComputeOption option, String units, IMetric utilisation) {
        TargetGroupMetrics targets = new TargetGroupMetrics(targetGroupName(option));
        return new Row(
                option,
                targets.requests(),
                targets.responseTime("p50"),
                targets.responseTime("p99"),
                targets.errors(),
                targets.healthy(units),
                utilisation);
    }

    ApplicationTargetGroup targetGroup() {
        return targetGroup;
    }

    /** What must exist before a target is checked: without it the load balancer leaves the targets alone. */
    ApplicationListenerRule rule() {
        return rule;
    }
}
