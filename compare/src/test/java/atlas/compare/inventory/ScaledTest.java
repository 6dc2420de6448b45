package atlas.compare.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.Written;
import atlas.compare.inventory.ScalingRule.Other;
import atlas.compare.inventory.ScalingRule.Scheduled;
import atlas.compare.inventory.ScalingRule.Step;
import atlas.compare.inventory.ScalingRule.Stepping;
import atlas.compare.inventory.ScalingRule.Tracking;
import atlas.compare.template.Reference;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaledTest {
    private static List<Scaled> in(String resources) {
        return Inventory.of(Written.setUp("Resources:\n" + resources)).scaled();
    }

    private static Reference name(String id) {
        return new Reference("", id);
    }

    private static Optional<BigDecimal> number(String number) {
        return Optional.ofNullable(number).map(BigDecimal::new);
    }

    private static Bounds bounds(String min, String desired, String max) {
        return new Bounds(number(min), number(desired), number(max));
    }

    @Test
    void isAServiceWithWhatItsScalableTargetSays() {
        assertEquals(
                List.of(new Scaled(
                        name("Service"),
                        "AWS::ECS::Service",
                        "task",
                        bounds("1", null, "4"),
                        List.of(
                                new Tracking(name("Cpu"), "ECSServiceAverageCPUUtilization", number("60")),
                                new Stepping(
                                        name("Steps"),
                                        "ChangeInCapacity",
                                        List.of(
                                                new Step(number("0"), number("80"), new BigDecimal("1")),
                                                new Step(number("80"), number(null), new BigDecimal("2")))),
                                new Scheduled(name("Target"), "cron(0 20 ? * MON-FRI *)", bounds("0", null, "0"))))),
                in("""
                  Cluster: { Type: 'AWS::ECS::Cluster' }
                  Service: { Type: 'AWS::ECS::Service', Properties: { Cluster: !Ref Cluster, DesiredCount: 2 } }
                  Target:
                    Type: AWS::ApplicationAutoScaling::ScalableTarget
                    Properties:
                      MinCapacity: 1
                      MaxCapacity: 4
                      ResourceId: !Sub service/${Cluster}/${Service.Name}
                      ScalableDimension: ecs:service:DesiredCount
                      ScheduledActions:
                        - Schedule: cron(0 20 ? * MON-FRI *)
                          ScalableTargetAction: { MinCapacity: 0, MaxCapacity: 0 }
                  Cpu:
                    Type: AWS::ApplicationAutoScaling::ScalingPolicy
                    Properties:
                      PolicyType: TargetTrackingScaling
                      ScalingTargetId: !Ref Target
                      TargetTrackingScalingPolicyConfiguration:
                        TargetValue: 60
                        PredefinedMetricSpecification: { PredefinedMetricType: ECSServiceAverageCPUUtilization }
                  Steps:
                    Type: AWS::ApplicationAutoScaling::ScalingPolicy
                    Properties:
                      PolicyType: StepScaling
                      ScalingTargetId: !Ref Target
                      StepScalingPolicyConfiguration:
                        AdjustmentType: ChangeInCapacity
                        StepAdjustments:
                          - { MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 80, ScalingAdjustment: 1 }
                          - { MetricIntervalLowerBound: 80, ScalingAdjustment: 2 }
                """));
    }

    @Test
    void isAGroupWithItsPoliciesAndWhatEcsAsksOfIt() {
        assertEquals(
                List.of(new Scaled(
                        name("Group"),
                        "AWS::AutoScaling::AutoScalingGroup",
                        "instance",
                        bounds("0", "1", "3"),
                        List.of(
                                new Tracking(name("Queue"), "Waiting", number("5.5")),
                                new Other(name("Simple"), "SimpleScaling"),
                                new Scheduled(name("Night"), "0 20 * * *", bounds("0", "0", "0")),
                                new Tracking(name("Provider"), "CapacityProviderReservation", number("90"))))),
                in("""
                  Group:
                    Type: AWS::AutoScaling::AutoScalingGroup
                    Properties: { MinSize: '0', DesiredCapacity: '1', MaxSize: '3' }
                  Queue:
                    Type: AWS::AutoScaling::ScalingPolicy
                    Properties:
                      AutoScalingGroupName: !Ref Group
                      TargetTrackingConfiguration:
                        { TargetValue: 5.5, CustomizedMetricSpecification: { MetricName: Waiting } }
                  Simple:
                    Type: AWS::AutoScaling::ScalingPolicy
                    Properties: { AutoScalingGroupName: !Ref Group, AdjustmentType: ChangeInCapacity, ScalingAdjustment: 1 }
                  Night:
                    Type: AWS::AutoScaling::ScheduledAction
                    Properties:
                      { AutoScalingGroupName: !Ref Group, Recurrence: 0 20 * * *, MinSize: 0, DesiredCapacity: 0, MaxSize: 0 }
                  Provider:
                    Type: AWS::ECS::CapacityProvider
                    Properties:
                      AutoScalingGroupProvider:
                        { AutoScalingGroupArn: !Ref Group, ManagedScaling: { Status: ENABLED, TargetCapacity: 90 } }
                """));
    }

    @Test
    void isAFunctionBetweenWhatIsKeptWarmAndWhatIsReserved() {
        assertEquals(
                List.of(
                        new Scaled(
                                name("Free"),
                                "AWS::Lambda::Function",
                                "environment",
                                bounds("0", null, null),
                                List.of()),
                        new Scaled(
                                name("Bound"),
                                "AWS::Lambda::Function",
                                "environment",
                                bounds("2", null, "10"),
                                List.of())),
                in("""
                  Free: { Type: 'AWS::Lambda::Function' }
                  Bound: { Type: 'AWS::Lambda::Function', Properties: { ReservedConcurrentExecutions: 10 } }
                  Live:
                    Type: AWS::Lambda::Alias
                    Properties:
                      FunctionName: !Ref Bound
                      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 2 }
                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "AWS::ECS::Service | {} | task | 1 | - | 1",
                "AWS::ECS::Service | { DesiredCount: 3 } | task | 3 | - | 3",
                "AWS::ECS::Service | { DesiredCount: !ImportValue tasks } | task | - | - | -",
                "AWS::EKS::Nodegroup | { ScalingConfig: { MinSize: 1, DesiredSize: 2, MaxSize: 5 } } | node | 1 | 2 | 5",
                "AWS::Batch::ComputeEnvironment | { ComputeResources: { MinvCpus: 0, MaxvCpus: 16 } } | vCPU | 0 | - | 16",
                "AWS::AppRunner::AutoScalingConfiguration | { MinSize: 1, MaxSize: 25 } | instance | 1 | - | 25",
                "AWS::RDS::DBCluster | { ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 4 } } | capacity unit | 0.5 | - | 4",
                "AWS::Lambda::EventSourceMapping | { ScalingConfig: { MaximumConcurrency: 2 } } | concurrent invocation | - | - | 2",
            })
    void is(String type, String properties, String unit, String min, String desired, String max) {
        assertEquals(
                List.of(new Scaled(name("It"), type, unit, bounds(min, desired, max), List.of())),
                in("  It: { Type: '%s', Properties: %s }".formatted(type, properties)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWS::ECS::Service | { SchedulingStrategy: DAEMON }",
                "AWS::RDS::DBCluster | { Engine: aurora-mysql }",
                "AWS::SQS::Queue | { }",
            })
    void isNot(String type, String properties) {
        assertEquals(List.of(), in("  It: { Type: '%s', Properties: %s }".formatted(type, properties)));
    }

    @Test
    void isNotTrackedByACapacityProviderThatLeavesTheGroupAlone() {
        assertEquals(List.of(), in("""
                  Group: { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: { MinSize: '1', MaxSize: '1' } }
                  Provider:
                    Type: AWS::ECS::CapacityProvider
                    Properties:
                      AutoScalingGroupProvider:
                        { AutoScalingGroupArn: !Ref Group, ManagedScaling: { Status: DISABLED, TargetCapacity: 90 } }
                """).get(0).rules());
    }
}
