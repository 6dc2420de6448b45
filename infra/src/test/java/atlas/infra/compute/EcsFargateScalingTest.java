package atlas.infra.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How tasks come and go: by load, by posters that wait, and by the clock. */
class EcsFargateScalingTest {
    private static StackTemplate stack;
    private static Resource service;

    @BeforeAll
    static void synthesize() {
        stack = Assembly.with().stack("EcsFargate");
        service = stack.only("AWS::ECS::Service");
    }

    @Test
    void spotAboveAFargateBase() {
        assertEquals(
                "Base 1, CapacityProvider FARGATE, Weight 0, CapacityProvider FARGATE_SPOT, Weight 1",
                service.text("/CapacityProviderStrategy"));
        assertFalse(service.has("/LaunchType"), "excludes a capacity provider strategy");
    }

    @Test
    void growsWithItsProcessorAndWithRequests() {
        assertEquals(
                List.of("ECSServiceAverageCPUUtilization 60", "ALBRequestCountPerTarget 300"),
                stack.all("AWS::ApplicationAutoScaling::ScalingPolicy").stream()
                        .filter(policy -> policy.text("/PolicyType").equals("TargetTrackingScaling"))
                        .map(policy -> policy.get("/TargetTrackingScalingPolicyConfiguration"))
                        .map(policy -> policy.at("/PredefinedMetricSpecification/PredefinedMetricType")
                                        .asText() + " "
                                + policy.path("TargetValue").asText())
                        .toList());
    }

    /** A signal of its own, and steps that only ever add, so that they never fight with the tracking above. */
    @Test
    void stepsInWhenPostersPileUp() {
        Resource alarm = stack.only("AWS::CloudWatch::Alarm");

        assertEquals("ApproximateNumberOfMessagesVisible", alarm.text("/MetricName"));
        assertEquals("${Messaging/EcsFargateQueue.QueueName}", alarm.attributeByName("/Dimensions", "QueueName"));
        assertEquals("20", alarm.text("/Threshold"));
        assertEquals(
                "MetricIntervalLowerBound 0, MetricIntervalUpperBound 80, ScalingAdjustment 1,"
                        + " MetricIntervalLowerBound 80, ScalingAdjustment 2",
                stack.named("ServiceTaskCountTargetPostersWaitingUpperPolicy")
                        .text("/StepScalingPolicyConfiguration/StepAdjustments"));
    }

    @Test
    void keepsWithinItsBounds() {
        Resource target =
                Assembly.with("minUnits=2", "maxUnits=5").stack("EcsFargate").named("ServiceTaskCountTarget");

        assertEquals("2", target.text("/MinCapacity"));
        assertEquals("5", target.text("/MaxCapacity"));
        // Else each deployment would undo what scaling did.
        assertFalse(service.has("/DesiredCount"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run    | ''",
                "shrink | cron(0 20 ? * MON-FRI *) 1..1, cron(0 6 ? * MON-FRI *) 1..2",
                "stop   | cron(0 20 ? * MON-FRI *) 0..0, cron(0 6 ? * MON-FRI *) 1..2",
            })
    void goesEasyInOffHours(String offHours, String schedule) {
        assertEquals(
                schedule,
                String.join(
                        ", ",
                        Json.elements(Assembly.with("offHours=" + offHours)
                                        .stack("EcsFargate")
                                        .named("ServiceTaskCountTarget")
                                        .get("/ScheduledActions"))
                                .map(action -> "%s %s..%s"
                                        .formatted(
                                                action.path("Schedule").asText(),
                                                action.at("/ScalableTargetAction/MinCapacity")
                                                        .asText(),
                                                action.at("/ScalableTargetAction/MaxCapacity")
                                                        .asText()))
                                .toList()));
    }
}
