package atlas.infra.compute;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.Architecture;
import atlas.infra.ComputeOption;
import atlas.infra.InstanceSize;
import atlas.infra.Settings;
import atlas.infra.guard.CostTags;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.eks.CfnNodegroup;
import software.amazon.awscdk.services.eks_v2.CapacityType;
import software.amazon.awscdk.services.eks_v2.LaunchTemplateSpec;
import software.amazon.awscdk.services.eks_v2.Nodegroup;
import software.amazon.awscdk.services.eks_v2.NodegroupAmiType;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** The cluster's nodes: a managed group of On-Demand instances that always run, and one on Spot for what comes on top. */
final class EksNodes extends Construct {
    /** It takes 17 pods by its network interfaces, of which a cluster's own are 15; the smaller size would take 11. */
    static final InstanceSize SIZE = InstanceSize.MEDIUM;

    /** Where what keeps the cluster going had better run: a label that EKS puts on its nodes. */
    static final Map<String, String> ALWAYS_THERE = Map.of("eks.amazonaws.com/capacityType", "ON_DEMAND");

    private final Settings settings;
    private final EksControlPlane controlPlane;
    private final Role role;
    private final LaunchTemplate launchTemplate;

    /**
     * @param onDemand how many there always are
     * @param spot most on top of them; with 0 there is no such group
     */
    EksNodes(
            Construct scope,
            ComputeOption option,
            Settings settings,
            EksControlPlane controlPlane,
            int onDemand,
            int spot) {
        super(scope, "Nodes");
        this.settings = settings;
        this.controlPlane = controlPlane;
        role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
                .managedPolicies(List.of(
                        ManagedPolicy.fromAwsManagedPolicyName("AmazonEKSWorkerNodePolicy"),
                        ManagedPolicy.fromAwsManagedPolicyName("AmazonEC2ContainerRegistryPullOnly")))
                .build();
        accept(
                role,
                "AwsSolutions-IAM4",
                "what a node must be able to do, and AWS keeps the list; pods have roles of their own");
        launchTemplate = LaunchTemplate.Builder.create(this, "LaunchTemplate")
                .requireImdsv2(true)
                // One hop: the node's credentials are out of reach from its pods.
                .httpPutResponseHopLimit(1)
                .blockDevices(List.of(BlockDevice.builder()
                        .deviceName("/dev/xvda")
                        .volume(BlockDeviceVolume.ebs(
                                20,
                                EbsDeviceOptions.builder()
                                        .volumeType(EbsDeviceVolumeType.GP3)
                                        .deleteOnTermination(true)
                                        .encrypted(true)
                                        .build()))
                        .build()))
                .build();
        // EKS tags the group, not what the group starts.
        CostTags.option(settings, option).forEach(Tags.of(launchTemplate)::add);
        group("OnDemand", CapacityType.ON_DEMAND, onDemand, onDemand);
        if (spot > 0) {
            group("Spot", CapacityType.SPOT, 0, spot);
        }
    }

    /** How the names of the Auto Scaling groups begin, which EKS makes for the groups of nodes. */
    static String autoScalingGroups(String clusterName) {
        return "eks-" + clusterName;
    }

    private void group(String id, CapacityType capacityType, int min, int max) {
        Nodegroup group = Nodegroup.Builder.create(this, id)
                .cluster(controlPlane.cluster())
                // Its metrics are found by it. Another processor is another group, and must have another name.
                .nodegroupName("%s-%s-%s"
                        .formatted(
                                controlPlane.name(),
                                id,
                                settings.architecture() == Architecture.ARM64 ? "arm64" : "x86"))
                .nodeRole(role)
                .subnets(SubnetSelection.builder()
                        .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                        .build())
                .amiType(
                        settings.architecture() == Architecture.ARM64
                                ? NodegroupAmiType.AL2023_ARM_64_STANDARD
                                : NodegroupAmiType.AL2023_X86_64_STANDARD)
                .capacityType(capacityType)
                .instanceTypes(SIZE.types(settings.architecture()).stream()
                        .map(InstanceType::new)
                        .toList())
                .launchTemplateSpec(LaunchTemplateSpec.builder()
                        .id(launchTemplate.getLaunchTemplateId())
                        .version(launchTemplate.getLatestVersionNumber())
                        .build())
                .minSize(min)
                .desiredSize(min)
                .maxSize(max)
                .maxUnavailable(1)
                .build();
        if (!settings.profile().isProduction()) {
            // Otherwise an update first starts up to two nodes more a zone, and a new account has no quota for them.
            ((CfnNodegroup) group.getNode().getDefaultChild())
                    .addPropertyOverride("UpdateConfig.UpdateStrategy", "MINIMAL");
        }
    }
}
