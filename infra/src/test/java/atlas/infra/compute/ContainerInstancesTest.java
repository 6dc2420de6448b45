package atlas.infra.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

class ContainerInstancesTest {
    private static StackTemplate stack;
    private static Resource group;
    private static Resource launch;

    @BeforeAll
    static void synthesize() {
        stack = Assembly.with().stack("EcsEc2");
        group = stack.only("AWS::AutoScaling::AutoScalingGroup");
        launch = stack.only("AWS::EC2::LaunchTemplate");
    }

    /** The parameter is read at each deployment, so that a new AMI needs no commit. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                    | arm64/recommended | t4g.small, t4g.medium",
                "architecture=x86_64 | recommended       | t3.small, t3a.small, t3.medium",
            })
    void runAnImageThatTheirTypesCanRun(String setting, String image, String types) {
        StackTemplate made = Assembly.with(setting == null ? new String[0] : new String[] {setting})
                .stack("EcsEc2");
        Resource launched = made.only("AWS::EC2::LaunchTemplate");
        String parameter = launched.get("/LaunchTemplateData/ImageId/Ref").asText();

        assertEquals(
                "/aws/service/ecs/optimized-ami/amazon-linux-2023/" + image + "/image_id",
                made.parameters().get(parameter).path("Default").asText());
        assertEquals(
                types,
                made.only("AWS::AutoScaling::AutoScalingGroup")
                        .text("/MixedInstancesPolicy/LaunchTemplate/Overrides")
                        .replace("InstanceType ", ""));
        assertEquals(types.split(",")[0], launched.text("/LaunchTemplateData/InstanceType"));
    }

    @Test
    void tellTheAgentItsClusterAndToDrainOnASpotNotice() {
        assertEquals("""
                #!/bin/bash
                set -e
                install --directory --owner=10001 /var/lib/compute-atlas
                echo ECS_ENABLE_SPOT_INSTANCE_DRAINING=true >> /etc/ecs/ecs.config
                echo ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config
                echo ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config""", launch.text("/LaunchTemplateData/UserData/Fn::Base64").replace("\\n", "\n"));
    }

    /** With two hops a container on the bridge would get the agent's credentials. */
    @Test
    void keepTheirCredentialsFromContainersOnTheBridge() {
        assertEquals(
                "HttpPutResponseHopLimit 1, HttpTokens required", launch.text("/LaunchTemplateData/MetadataOptions"));
    }

    @Test
    void encryptTheirDisks() {
        assertEquals(
                "DeleteOnTermination true, Encrypted true, VolumeSize 30, VolumeType gp3",
                launch.text("/LaunchTemplateData/BlockDeviceMappings/0/Ebs"));
    }

    @Test
    void areOnDemandFirstThenSpot() {
        assertEquals(
                "OnDemandBaseCapacity 1, OnDemandPercentageAboveBaseCapacity 0,"
                        + " SpotAllocationStrategy price-capacity-optimized",
                group.text("/MixedInstancesPolicy/InstancesDistribution"));
        assertEquals("true", group.text("/CapacityRebalance"));
    }

    @Test
    void liveInPrivateSubnetsOfTwoZones() {
        assertEquals(
                "${Network/VpcPrivateSubnet1Subnet}, ${Network/VpcPrivateSubnet2Subnet}",
                group.text("/VPCZoneIdentifier"));
    }

    /** Less than AWS's own policy for it: no cluster to create, no image to pull, no log to write. */
    @Test
    void letTheAgentWorkInItsClusterAndNoMore() {
        assertEquals(
                List.of(
                        "Allow ecs:DeregisterContainerInstance, ecs:RegisterContainerInstance,"
                                + " ecs:SubmitAttachmentStateChanges, ecs:SubmitContainerStateChange,"
                                + " ecs:SubmitTaskStateChange on ${Cluster.Arn}",
                        "Allow ecs:Poll, ecs:StartTelemetrySession, ecs:UpdateContainerInstancesState on"
                                + " arn:aws:ecs:us-east-1:${AWS::AccountId}:container-instance/${Cluster}/*",
                        "Allow ecs:DiscoverPollEndpoint on *"),
                stack.named("InstancesRoleDefaultPolicy").statements());
        assertEquals(
                "arn:${AWS::Partition}:iam::aws:policy/AmazonSSMManagedInstanceCore",
                stack.named("InstancesRole").text("/ManagedPolicyArns"));
    }

    @Test
    void startNoSoonerThanTheAgentMayRegister() {
        assertTrue(group.dependsOn().contains("InstancesRoleDefaultPolicy"));
    }

    /** A new AMI or type: new instances first, and the old ones are drained by the hook. */
    @Test
    void areReplacedByAnUpdate() {
        assertEquals(
                "Preferences InstanceWarmup 300, MaxHealthyPercentage 200, MinHealthyPercentage 100, Strategy Rolling",
                ValueText.of(group.json().at("/UpdatePolicy/AutoScalingInstanceRefresh")));
    }
}
