package atlas.infra.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import atlas.infra.template.ValueText;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How instances come and go: by load, by the clock, by their health, and by a deployment. */
class Ec2AutoScalingGroupTest {
    private static StackTemplate stack;
    private static Resource group;

    @BeforeAll
    static void synthesize() {
        stack = Assembly.with().stack("Ec2AutoScaling");
        group = group(stack);
    }

    @Test
    void spotAboveAnOnDemandBase() {
        assertEquals(
                "OnDemandBaseCapacity 1, OnDemandPercentageAboveBaseCapacity 0,"
                        + " SpotAllocationStrategy price-capacity-optimized",
                group.text("/MixedInstancesPolicy/InstancesDistribution"));
    }

    @Test
    void replacesASpotInstanceBeforeItIsTakenAway() {
        assertEquals("true", group.text("/CapacityRebalance"));
    }

    @Test
    void growsWithRequests() {
        Resource policy = policy("TargetTrackingScaling");

        assertEquals(
                "ALBRequestCountPerTarget",
                policy.text("/TargetTrackingConfiguration/PredefinedMetricSpecification/PredefinedMetricType"));
        assertEquals("600", policy.text("/TargetTrackingConfiguration/TargetValue"));
        // ELB refuses the policy as long as no rule leads to the target group.
        assertTrue(policy.dependsOn().contains("RouteRule"));
    }

    /** Steps only ever add, and only where tracking has already failed, so that the two never fight. */
    @Test
    void stepsInOnlyWhenTheProcessorIsAtItsLimit() {
        Resource policy = policy("StepScaling");
        Resource alarm = stack.only("AWS::CloudWatch::Alarm");

        assertEquals(
                "MetricIntervalLowerBound 0, MetricIntervalUpperBound 8, ScalingAdjustment 1,"
                        + " MetricIntervalLowerBound 8, ScalingAdjustment 2",
                policy.text("/StepAdjustments"));
        assertEquals("CPUUtilization", alarm.text("/MetricName"));
        assertEquals("90", alarm.text("/Threshold"));
        // As often as EC2 measures: asked more often, most answers are missing data.
        assertEquals("1", alarm.text("/EvaluationPeriods"));
        assertEquals("300", alarm.text("/Period"));
        assertEquals("GreaterThanOrEqualToThreshold", alarm.text("/ComparisonOperator"));
        assertEquals("${%s}".formatted(policy.name()), alarm.text("/AlarmActions"));
    }

    @Test
    void keepsWithinItsBounds() {
        StackTemplate bigger = Assembly.with("minUnits=2", "maxUnits=5").stack("Ec2AutoScaling");

        assertEquals(List.of("1", "2"), List.of(group.text("/MinSize"), group.text("/MaxSize")));
        assertEquals(
                List.of("2", "5"),
                List.of(group(bigger).text("/MinSize"), group(bigger).text("/MaxSize")));
        // Else each deployment would undo what scaling did.
        assertFalse(group.has("/DesiredCapacity"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shrink | 0 20 * * MON-FRI 1..1 | 0 6 * * MON-FRI 1..2",
                "stop   | 0 20 * * MON-FRI 0..0 | 0 6 * * MON-FRI 1..2",
            })
    void goesEasyInOffHours(String offHours, String evening, String morning) {
        assertEquals(
                List.of(evening, morning),
                Assembly.with("offHours=" + offHours)
                        .stack("Ec2AutoScaling")
                        .all("AWS::AutoScaling::ScheduledAction")
                        .stream()
                        .map(action -> "%s %s..%s"
                                .formatted(
                                        action.text("/Recurrence"), action.text("/MinSize"), action.text("/MaxSize")))
                        .toList());
    }

    @Test
    void runsAroundTheClockWhenAskedTo() {
        Assembly.with("offHours=run")
                .stack("Ec2AutoScaling")
                .assertions()
                .resourceCountIs("AWS::AutoScaling::ScheduledAction", 0);
    }

    @Test
    void replacesInstancesThatTheLoadBalancerFindsSick() {
        assertEquals("ELB", group.text("/HealthCheckType"));
        assertEquals("300", group.text("/HealthCheckGracePeriod"));
    }

    /** A stack whose app does not answer is never CREATE_COMPLETE. */
    @Test
    void signalsGuardCreation() {
        assertEquals("Count 1, Timeout PT10M", ValueText.of(group.json().at("/CreationPolicy/ResourceSignal")));
        assertEquals(
                "Count 2, Timeout PT10M",
                ValueText.of(group(Assembly.with("minUnits=2", "maxUnits=5").stack("Ec2AutoScaling"))
                        .json()
                        .at("/CreationPolicy/ResourceSignal")));
    }

    /** New instances come first, and old ones go when the new ones pass the load balancer's checks. */
    @Test
    void instanceRefreshReplacesBrokenInstances() {
        assertEquals(
                "Preferences InstanceWarmup 300, MaxHealthyPercentage 200, MinHealthyPercentage 100, Strategy Rolling",
                ValueText.of(group.json().at("/UpdatePolicy/AutoScalingInstanceRefresh")));
    }

    /** Else a deployment at night would wake what the schedule has put to sleep. */
    @Test
    void leavesTheSchedulesSizesAlone() {
        assertEquals(
                "IgnoreUnmodifiedGroupSizeProperties true",
                ValueText.of(group.json().at("/UpdatePolicy/AutoScalingScheduledAction")));
    }

    private static Resource group(StackTemplate stack) {
        return stack.only("AWS::AutoScaling::AutoScalingGroup");
    }

    private static Resource policy(String type) {
        return stack.all("AWS::AutoScaling::ScalingPolicy").stream()
                .filter(policy -> policy.text("/PolicyType").equals(type))
                .findFirst()
                .orElseThrow();
    }
}
