package atlas.infra.compute;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.Architecture;
import atlas.infra.Layers;
import atlas.infra.Settings;
import java.util.List;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.BasicLifecycleHookProps;
import software.amazon.awscdk.services.autoscaling.DefaultResult;
import software.amazon.awscdk.services.autoscaling.InstanceRefreshOptions;
import software.amazon.awscdk.services.autoscaling.InstanceRefreshStrategy;
import software.amazon.awscdk.services.autoscaling.InstancesDistribution;
import software.amazon.awscdk.services.autoscaling.LaunchTemplateOverrides;
import software.amazon.awscdk.services.autoscaling.LifecycleTransition;
import software.amazon.awscdk.services.autoscaling.MixedInstancesPolicy;
import software.amazon.awscdk.services.autoscaling.SpotAllocationStrategy;
import software.amazon.awscdk.services.autoscaling.UpdatePolicy;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.UserData;
import software.amazon.awscdk.services.ecs.AmiHardwareType;
import software.amazon.awscdk.services.ecs.EcsOptimizedImage;
import software.amazon.awscdk.services.ecs.ICluster;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * The EC2 instances on which a cluster places its tasks. None runs as long as there is no task: how many there are is the
 * capacity provider's business.
 */
final class ContainerInstances extends Construct {
    /** Where tasks that have no network leave what they made; the image's user may write there. */
    static final String SHARED_FOLDER = "/var/lib/compute-atlas";

    /** An estimate of boot and registration, doubled: before it an instance is not counted on. */
    private static final Duration START = Duration.minutes(5);

    /** How ECS names the hook on which it drains an instance that is about to go. */
    private static final String DRAINING_HOOK = "ecs-managed-draining-termination-hook";

    private final SecurityGroup securityGroup;
    private final AutoScalingGroup group;

    ContainerInstances(Construct scope, Layers layers, ICluster cluster) {
        super(scope, "Instances");
        Settings settings = layers.settings();
        List<String> types = settings.instanceSize().types(settings.architecture());
        Role role = roleOfTheAgent(cluster);
        securityGroup = SecurityGroup.Builder.create(this, "Group")
                .vpc(layers.network().vpc())
                .description("ECS instances: in from the load balancer, to the ports that Docker chooses")
                .build();
        LaunchTemplate launchTemplate = LaunchTemplate.Builder.create(this, "LaunchTemplate")
                .machineImage(EcsOptimizedImage.amazonLinux2023(
                        settings.architecture() == Architecture.ARM64 ? AmiHardwareType.ARM : AmiHardwareType.STANDARD))
                .instanceType(new InstanceType(types.get(0)))
                // What the CDK would add on its own is more than the agent needs.
                .role(role.withoutPolicyUpdates())
                .securityGroup(securityGroup)
                .requireImdsv2(true)
                // One hop: the instance's credentials are out of reach from a bridge network.
                .httpPutResponseHopLimit(1)
                .blockDevices(List.of(BlockDevice.builder()
                        .deviceName("/dev/xvda")
                        .volume(BlockDeviceVolume.ebs(
                                30,
                                EbsDeviceOptions.builder()
                                        .volumeType(EbsDeviceVolumeType.GP3)
                                        .deleteOnTermination(true)
                                        .encrypted(true)
                                        .build()))
                        .build()))
                .userData(agentSettings())
                .build();
        group = AutoScalingGroup.Builder.create(this, "AutoScalingGroup")
                .vpc(layers.network().vpc())
                .vpcSubnets(SubnetSelection.builder()
                        .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                        .build())
                .mixedInstancesPolicy(MixedInstancesPolicy.builder()
                        .launchTemplate(launchTemplate)
                        .launchTemplateOverrides(types.stream()
                                .map(type -> LaunchTemplateOverrides.builder()
                                        .instanceType(new InstanceType(type))
                                        .build())
                                .toList())
                        .instancesDistribution(InstancesDistribution.builder()
                                .onDemandBaseCapacity(1)
                                .onDemandPercentageAboveBaseCapacity(0)
                                .spotAllocationStrategy(SpotAllocationStrategy.PRICE_CAPACITY_OPTIMIZED)
                                .build())
                        .build())
                .capacityRebalance(true)
                .minCapacity(0)
                .maxCapacity(settings.maxUnits())
                // A new image of the guest system: instances are replaced, and drained before they go.
                .updatePolicy(UpdatePolicy.instanceRefresh(InstanceRefreshOptions.builder()
                        .strategy(InstanceRefreshStrategy.ROLLING)
                        .minHealthyPercentage(100)
                        .maxHealthyPercentage(200)
                        .instanceWarmup(START)
                        .build()))
                .build();
        accept(group, "AwsSolutions-EC26", "the launch template encrypts its volume, where the rule cannot look");
        accept(group, "AwsSolutions-AS3", "the group keeps a history; nobody is woken because it grew");
        group.getNode().addDependency(role);
        // ECS would make this hook itself and leave it behind: with the capacity provider gone, every instance would
        // wait an hour for a drain that nobody confirms. As a resource of the stack it goes before the group does.
        group.addLifecycleHook(
                "Draining",
                BasicLifecycleHookProps.builder()
                        .lifecycleHookName(DRAINING_HOOK)
                        .lifecycleTransition(LifecycleTransition.INSTANCE_TERMINATING)
                        .defaultResult(DefaultResult.CONTINUE)
                        .heartbeatTimeout(Duration.hours(1))
                        .build());
    }

    SecurityGroup securityGroup() {
        return securityGroup;
    }

    AutoScalingGroup group() {
        return group;
    }

    /** The cluster's name is added by the cluster. */
    private static UserData agentSettings() {
        UserData userData = UserData.forLinux();
        userData.addCommands(
                "set -e",
                "install --directory --owner=10001 " + SHARED_FOLDER,
                "echo ECS_ENABLE_SPOT_INSTANCE_DRAINING=true >> /etc/ecs/ecs.config",
                "echo ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config");
        return userData;
    }

    /** Part of what AmazonEC2ContainerServiceforEC2Role allows: images and logs are the execution roles' business. */
    private Role roleOfTheAgent(ICluster cluster) {
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
                .managedPolicies(List.of(ManagedPolicy.fromAwsManagedPolicyName("AmazonSSMManagedInstanceCore")))
                .build();
        allow(
                role,
                cluster.getClusterArn(),
                "ecs:DeregisterContainerInstance",
                "ecs:RegisterContainerInstance",
                "ecs:SubmitAttachmentStateChanges",
                "ecs:SubmitContainerStateChange",
                "ecs:SubmitTaskStateChange");
        allow(role, instancesOf(cluster), "ecs:Poll", "ecs:StartTelemetrySession", "ecs:UpdateContainerInstancesState");
        allow(role, "*", "ecs:DiscoverPollEndpoint");
        accept(role, "AwsSolutions-IAM4", "what the agent of Session Manager calls, and AWS keeps the list");
        accept(
                role,
                "AwsSolutions-IAM5",
                "an instance has its name from the cluster, and where to poll knows no resource");
        return role;
    }

    private String instancesOf(ICluster cluster) {
        return Stack.of(this)
                .formatArn(ArnComponents.builder()
                        .service("ecs")
                        .resource("container-instance")
                        .resourceName(cluster.getClusterName() + "/*")
                        .build());
    }

    private static void allow(Role role, String resource, String... actions) {
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(List.of(resource))
                .build());
    }
}
