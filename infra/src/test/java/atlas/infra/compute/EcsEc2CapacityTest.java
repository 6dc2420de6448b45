package atlas.infra.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks and the instances under them: how many there are, where, and in which order they go. */
class EcsEc2CapacityTest {
    private static StackTemplate stack;
    private static Resource service;

    @BeforeAll
    static void synthesize() {
        stack = Assembly.with().stack("EcsEc2");
        service = stack.only("AWS::ECS::Service");
    }

    /** Of 2 vCPU all, of 2,048 MiB three quarters: the rest is for the guest system and the agent. */
    @Test
    void fitsTwiceOnTheSmallestInstance() {
        assertEquals(2 * 1024, 2 * sumOf("Cpu"));
        assertEquals(2048 * 3 / 4, 2 * sumOf("Memory"));
    }

    @Test
    void spreadsOverZonesThenPacks() {
        assertEquals(
                "Field attribute:ecs.availability-zone, Type spread, Field MEMORY, Type binpack",
                service.text("/PlacementStrategies"));
    }

    @Test
    void takesItsInstancesFromTheCapacityProvider() {
        assertEquals("CapacityProvider ${CapacityProvider}, Weight 1", service.text("/CapacityProviderStrategy"));
        assertFalse(service.has("/LaunchType"), "excludes a capacity provider strategy");
        assertEquals(
                "AutoScalingGroupArn ${InstancesAutoScalingGroupASG}, ManagedDraining ENABLED, ManagedScaling Status"
                        + " ENABLED, TargetCapacity 100, ManagedTerminationProtection DISABLED",
                stack.only("AWS::ECS::CapacityProvider").text("/AutoScalingGroupProvider"));
    }

    /** Managed termination protection would set it, and nobody could end the instances but by hand. */
    @ParameterizedTest
    @ValueSource(strings = {"sandbox", "production"})
    void protectsNoInstanceFromScalingIn(String profile) {
        assertFalse(Assembly.with("profile=" + profile)
                .stack("EcsEc2")
                .only("AWS::AutoScaling::AutoScalingGroup")
                .has("/NewInstancesProtectedFromScaleIn"));
    }

    /**
     * CloudFormation deletes in the opposite order of this. A service without its capacity provider hangs, a capacity
     * provider in use cannot go, and a hook that outlives its capacity provider holds each instance for an hour.
     */
    @Test
    void isDeletedServiceFirstAndInstancesLast() {
        String association =
                stack.only("AWS::ECS::ClusterCapacityProviderAssociations").logicalId();
        String provider = stack.only("AWS::ECS::CapacityProvider").logicalId();
        String hook = stack.only("AWS::AutoScaling::LifecycleHook").logicalId();
        String group = stack.only("AWS::AutoScaling::AutoScalingGroup").logicalId();
        String cluster = stack.only("AWS::ECS::Cluster").logicalId();

        assertTrue(stack.needs(service.logicalId()).contains(association), "service before association");
        assertTrue(stack.needs(association).contains(provider), "association before capacity provider");
        assertTrue(stack.needs(provider).contains(hook), "capacity provider before hook");
        assertTrue(stack.needs(hook).contains(group), "hook before group");
        assertTrue(stack.needs(group).contains(cluster), "group before cluster");
    }

    @Test
    void ownsTheHookThatEcsWouldLeaveBehind() {
        Resource hook = stack.only("AWS::AutoScaling::LifecycleHook");

        assertEquals("ecs-managed-draining-termination-hook", hook.text("/LifecycleHookName"));
        assertEquals("autoscaling:EC2_INSTANCE_TERMINATING", hook.text("/LifecycleTransition"));
        assertEquals("CONTINUE", hook.text("/DefaultResult"));
    }

    /** Tasks are one thing that scales, and instances another: theirs is the capacity provider's business. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                     | 1 | 4  | 2",
                "minUnits=2 maxUnits=5 | 2 | 10 | 5",
            })
    void scalesTasksWithinWhatItsInstancesHold(
            String settings, String fewestTasks, String mostTasks, String mostInstances) {
        StackTemplate made = Assembly.with(settings == null ? new String[0] : settings.split(" "))
                .stack("EcsEc2");
        Resource tasks = made.named("ServiceTaskCountTarget");
        Resource group = made.only("AWS::AutoScaling::AutoScalingGroup");

        assertEquals(List.of(fewestTasks, mostTasks), List.of(tasks.text("/MinCapacity"), tasks.text("/MaxCapacity")));
        assertEquals(List.of("0", mostInstances), List.of(group.text("/MinSize"), group.text("/MaxSize")));
        assertFalse(group.has("/DesiredCapacity"), "else each deployment would undo what scaling did");
        assertFalse(made.only("AWS::ECS::Service").has("/DesiredCount"), "else each deployment would do the same");
        made.assertions().resourceCountIs("AWS::AutoScaling::ScalingPolicy", 0);
    }

    @Test
    void growsWithItsProcessorWithRequestsAndWithPosters() {
        assertEquals(
                List.of("ECSServiceAverageCPUUtilization 60", "ALBRequestCountPerTarget 300"),
                stack.all("AWS::ApplicationAutoScaling::ScalingPolicy").stream()
                        .filter(policy -> policy.text("/PolicyType").equals("TargetTrackingScaling"))
                        .map(policy -> policy.get("/TargetTrackingScalingPolicyConfiguration"))
                        .map(policy -> policy.at("/PredefinedMetricSpecification/PredefinedMetricType")
                                        .asText() + " "
                                + policy.path("TargetValue").asText())
                        .toList());
        assertEquals(
                "${Messaging/EcsEc2Queue.QueueName}",
                stack.only("AWS::CloudWatch::Alarm").attributeByName("/Dimensions", "QueueName"));
    }

    /** On two full instances an update has nowhere to start a task before one is stopped. */
    @Test
    void updatesWithinFullInstancesAndRollsBack() {
        assertEquals("Enable true, Rollback true", service.text("/DeploymentConfiguration/DeploymentCircuitBreaker"));
        assertEquals("50", service.text("/DeploymentConfiguration/MinimumHealthyPercent"));
        assertEquals("200", service.text("/DeploymentConfiguration/MaximumPercent"));
    }

    private static int sumOf(String property) {
        return Json.elements(stack.named("Task").get("/ContainerDefinitions"))
                .mapToInt(container -> container.path(property).asInt())
                .sum();
    }
}
