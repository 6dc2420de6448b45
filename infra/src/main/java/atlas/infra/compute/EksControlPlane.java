package atlas.infra.compute;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.Layers;
import atlas.infra.Profile;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.eks.CfnCluster;
import software.amazon.awscdk.services.eks_v2.Cluster;
import software.amazon.awscdk.services.eks_v2.ClusterLoggingTypes;
import software.amazon.awscdk.services.eks_v2.DefaultCapacityType;
import software.amazon.awscdk.services.eks_v2.EndpointAccess;
import software.amazon.awscdk.services.eks_v2.KubernetesVersion;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * What AWS runs of a Kubernetes cluster, and its log. Who may come in is said by access entries and nothing else; who made
 * the cluster has no say in it.
 */
final class EksControlPlane extends Construct {
    /** EKS had it by June 2026, and supports a version for 14 months. The kubectl layer of package.json goes with it. */
    static final String VERSION = "1.36";

    /** Who came in, and why a pod is where it is. The logs of every call are larger than all others. */
    private static final List<ClusterLoggingTypes> SANDBOX_LOGS = List.of(
            ClusterLoggingTypes.AUTHENTICATOR, ClusterLoggingTypes.CONTROLLER_MANAGER, ClusterLoggingTypes.SCHEDULER);

    private final String name;
    private final Cluster cluster;

    /** @param name of the cluster: known beforehand, for its log group must be there before it */
    EksControlPlane(Construct scope, Layers layers, String name) {
        super(scope, "ControlPlane");
        this.name = name;
        Profile profile = layers.settings().profile();
        LogGroup log = LogGroup.Builder.create(this, "Log")
                .logGroupName("/aws/eks/" + name + "/cluster")
                .retention(profile.logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        cluster = Cluster.Builder.create(this, "Cluster")
                .clusterName(name)
                .version(KubernetesVersion.of(VERSION))
                .vpc(layers.network().vpc())
                .vpcSubnets(List.of(SubnetSelection.builder()
                        .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                        .build()))
                // Nodes call it inside the VPC, kubectl from outside.
                .endpointAccess(EndpointAccess.PUBLIC_AND_PRIVATE)
                .defaultCapacityType(DefaultCapacityType.NODEGROUP)
                .defaultCapacity(0)
                .bootstrapClusterCreatorAdminPermissions(false)
                // Else EKS puts in three add-ons that nobody looks after, and ours would collide with them.
                .bootstrapSelfManagedAddons(false)
                .clusterLogging(profile.isProduction() ? List.of(ClusterLoggingTypes.values()) : SANDBOX_LOGS)
                .build();
        accept(cluster.getRole(), "AwsSolutions-IAM4", "what EKS itself calls, and AWS keeps the list");
        accept(
                cluster,
                "AwsSolutions-EKS1",
                "kubectl comes from no address known beforehand; IAM lets in access entries only");
        accept(cluster, "AwsSolutions-EKS2", "the logs of every call are the large ones; production has them");
        // EKS would make a group without an end itself.
        cluster.getNode().addDependency(log);
        CfnCluster resource = (CfnCluster) cluster.getNode().getDefaultChild();
        resource.setDeletionProtection(profile.isProduction());
        if (!profile.isProduction()) {
            // At the end of standard support EKS updates the cluster, instead of charging six times as much for it.
            resource.setUpgradePolicy(CfnCluster.UpgradePolicyProperty.builder()
                    .supportType("STANDARD")
                    .build());
        }
        if (!layers.settings().clusterAdmin().isEmpty()) {
            cluster.grantClusterAdmin("Admin", layers.settings().clusterAdmin());
        }
    }

    Cluster cluster() {
        return cluster;
    }

    /** The cluster's name as plain text, where a reference cannot stand. */
    String name() {
        return name;
    }
}
