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

class Ec2AutoScalingStackTest {
    private static StackTemplate stack;
    private static Resource launch;
    private static Resource group;

    @BeforeAll
    static void synthesize() {
        stack = Assembly.with().stack("Ec2AutoScaling");
        launch = stack.only("AWS::EC2::LaunchTemplate");
        group = group(stack);
    }

    @Test
    void requiresTheSecondVersionOfInstanceMetadata() {
        assertEquals("required", launch.text("/LaunchTemplateData/MetadataOptions/HttpTokens"));
    }

    @Test
    void encryptsItsDiskAndTakesItAlongWhenItGoes() {
        assertEquals(
                "DeleteOnTermination true, Encrypted true, VolumeSize 8, VolumeType gp3",
                launch.text("/LaunchTemplateData/BlockDeviceMappings/0/Ebs"));
    }

    @Test
    void isEnteredBySessionManagerAndNotBySsh() {
        assertFalse(launch.has("/LaunchTemplateData/KeyName"));
        assertEquals(
                "arn:${AWS::Partition}:iam::aws:policy/AmazonSSMManagedInstanceCore",
                stack.named("InstanceRole").text("/ManagedPolicyArns"));
    }

    @Test
    void admitsOnlyTheLoadBalancer() {
        Resource rule = stack.only("AWS::EC2::SecurityGroupIngress");

        assertEquals("${Web/LoadBalancerGroup.GroupId}", rule.text("/SourceSecurityGroupId"));
        assertEquals("8080", rule.text("/FromPort"));
        assertEquals("8080", rule.text("/ToPort"));
        assertEquals("", stack.only("AWS::EC2::SecurityGroup").text("/SecurityGroupIngress"));
    }

    /** The load balancer's group lets nothing out that no option asked for. */
    @Test
    void letsTheLoadBalancerOut() {
        Resource rule = stack.only("AWS::EC2::SecurityGroupEgress");

        assertEquals("${Web/LoadBalancerGroup.GroupId}", rule.text("/GroupId"));
        assertEquals("${InstanceGroup.GroupId}", rule.text("/DestinationSecurityGroupId"));
        assertEquals("8080", rule.text("/FromPort"));
    }

    /** CloudFormation takes an image that the type cannot run. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arm64 | small | t4g.small, t4g.medium",
                "arm64 | medium | t4g.medium, t4g.large",
                "x86_64 | small | t3.small, t3a.small, t3.medium",
                "x86_64 | medium | t3.medium, t3a.medium, t3.large",
            })
    void runsAnImageThatItsTypesCanRun(String architecture, String size, String types) {
        StackTemplate made = Assembly.with("architecture=" + architecture, "instanceSize=" + size)
                .stack("Ec2AutoScaling");
        String image = made.parameters().keySet().stream()
                .filter(name -> made.only("AWS::EC2::LaunchTemplate")
                        .get("/LaunchTemplateData/ImageId/Ref")
                        .asText()
                        .equals(name))
                .map(name -> made.parameters().get(name).path("Default").asText())
                .findFirst()
                .orElseThrow();

        assertEquals("/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-" + architecture, image);
        assertEquals(
                types,
                group(made)
                        .text("/MixedInstancesPolicy/LaunchTemplate/Overrides")
                        .replace("InstanceType ", ""));
        assertEquals(
                types.split(",")[0], made.only("AWS::EC2::LaunchTemplate").text("/LaunchTemplateData/InstanceType"));
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
    void livesInPrivateSubnetsOfTwoZones() {
        assertEquals(
                "${Network/VpcPrivateSubnet1Subnet}, ${Network/VpcPrivateSubnet2Subnet}",
                group.text("/VPCZoneIdentifier"));
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
                "Count 3, Timeout PT10M",
                ValueText.of(group(Assembly.with("minUnits=3", "maxUnits=3").stack("Ec2AutoScaling"))
                        .json()
                        .at("/CreationPolicy/ResourceSignal")));
    }

    /** The signal names the group, and the script must name it before there is one. */
    @Test
    void signalsForTheGroupByItsName() {
        assertEquals("Group", group.logicalId());
        assertEquals("Group", blank("GroupId"));
        assertEquals("AtlasEc2AutoScaling", blank("Stack"));
        assertEquals("us-east-1", blank("Region"));
        assertTrue(stack.named("InstanceRoleDefaultPolicy")
                .statements()
                .contains("Allow cloudformation:SignalResource on ${AWS::StackId}"));
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

    @Test
    void routesItsOwnPathOnly() {
        Resource rule = stack.only("AWS::ElasticLoadBalancingV2::ListenerRule");

        assertEquals("10", rule.text("/Priority"));
        assertEquals("/ec2-auto-scaling, /ec2-auto-scaling/*", rule.text("/Conditions/0/PathPatternConfig/Values"));
        assertEquals("${RouteTargets}", rule.text("/Actions/0/TargetGroupArn"));
        assertEquals("${RouteTargets}", group.text("/TargetGroupARNs"));
    }

    /** A target group without a rule checks nobody's health, and the group would wait for it. */
    @Test
    void waitsForItsRule() {
        assertTrue(group.dependsOn().contains("RouteRule"));
    }

    @Test
    void mayTouchItsJarItsLogAndItsPostersOnly() {
        assertEquals(
                List.of(
                        "Allow cloudformation:SignalResource on ${AWS::StackId}",
                        "Allow s3:GetObject on"
                                + " arn:aws:s3:::cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1/<asset>.jar,"
                                + " ${Storage/Posters.Arn}/posters/*",
                        "Allow logs:CreateLogStream, logs:PutLogEvents on ${Log.Arn}",
                        "Allow dynamodb:GetItem, dynamodb:PutItem, dynamodb:UpdateItem on ${Database/Jobs.Arn}",
                        "Allow s3:ListBucket on ${Storage/Posters.Arn}",
                        "Allow sqs:DeleteMessage, sqs:ReceiveMessage, sqs:SendMessage on"
                                + " ${Messaging/Ec2AutoScalingQueue.Arn}",
                        "Allow s3:PutObject on ${Storage/Posters.Arn}/posters/*"),
                stack.named("InstanceRoleDefaultPolicy").statements());
    }

    @Test
    void tellsTheComparisonWhatItsUnitIs() {
        assertEquals(
                "max 2, memoryMiB 2048, min 1, option ec2-auto-scaling, unit instance, vcpu 2",
                ValueText.of(stack.json().at("/Metadata/ComputeAtlas")));
    }

    @Test
    void printsWhereToFindIt() {
        assertEquals("https://${Cdn/Distribution.DomainName}/ec2-auto-scaling/", stack.output("Url"));
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

    private static String blank(String name) {
        return launch.text("/LaunchTemplateData/UserData/Fn::Base64/Fn::Sub/1/" + name);
    }
}
