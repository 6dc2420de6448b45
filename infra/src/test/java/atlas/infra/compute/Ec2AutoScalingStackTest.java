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
                "''                                      | arm64  | t4g.small, t4g.medium",
                "instanceSize=medium                     | arm64  | t4g.medium, t4g.large",
                "architecture=x86_64                     | x86_64 | t3.small, t3a.small, t3.medium",
                "architecture=x86_64 instanceSize=medium | x86_64 | t3.medium, t3a.medium, t3.large",
            })
    void runsAnImageThatItsTypesCanRun(String settings, String architecture, String types) {
        StackTemplate made = Assembly.with(settings.isEmpty() ? new String[0] : settings.split(" "))
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
    void livesInPrivateSubnetsOfTwoZones() {
        assertEquals(
                "${Network/VpcPrivateSubnet1Subnet}, ${Network/VpcPrivateSubnet2Subnet}",
                group.text("/VPCZoneIdentifier"));
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

    private static String blank(String name) {
        return launch.text("/LaunchTemplateData/UserData/Fn::Base64/Fn::Sub/1/" + name);
    }
}
