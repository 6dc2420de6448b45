package atlas.infra.compute;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.ProjectFiles;
import java.util.List;
import software.amazon.awscdk.services.eks_v2.AccessEntry;
import software.amazon.awscdk.services.eks_v2.Cluster;
import software.amazon.awscdk.services.eks_v2.ClusterAttributes;
import software.amazon.awscdk.services.eks_v2.ICluster;
import software.amazon.awscdk.services.eks_v2.KubectlProvider;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.LayerVersion;
import software.constructs.Construct;

/**
 * A Lambda function that runs kubectl and Helm on the cluster for CloudFormation. It stays outside the VPC, where it would
 * leave network interfaces that hold the cluster's security group long after a destroy, and so calls the public endpoint.
 */
final class Kubectl extends Construct {
    private final ICluster cluster;

    Kubectl(Construct scope, Cluster cluster) {
        super(scope, "Kubectl");
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        AccessEntry entry = cluster.grantClusterAdmin("KubectlAccess", role.getRoleArn());
        KubectlProvider provider = KubectlProvider.Builder.create(this, "Provider")
                .cluster(cluster)
                .kubectlLayer(LayerVersion.Builder.create(this, "Layer")
                        .description("kubectl and Helm for Kubernetes " + EksControlPlane.VERSION)
                        .code(Code.fromAsset(ProjectFiles.KUBECTL_LAYER))
                        .build())
                .role(role)
                .build();
        accept(provider, "AwsSolutions-L1", "the library says which runtime its function is tested on");
        accept(provider, "AwsSolutions-IAM5", "the library's function calls any version of the one that runs kubectl");
        // Charts come from open repositories, and so no registry has to let it in.
        ((CfnRole) role.getNode().getDefaultChild()).setManagedPolicyArns(List.of());
        getNode().tryRemoveChild("HasEcrPublic");
        // Who depends on the function depends on its way in, too: when it is made, and when it is deleted.
        provider.getNode().addDependency(entry);
        this.cluster = Cluster.fromClusterAttributes(
                this,
                "Cluster",
                ClusterAttributes.builder()
                        .clusterName(cluster.getClusterName())
                        .kubectlProvider(provider)
                        .build());
    }

    /** The cluster, to hand manifests and charts to. */
    ICluster cluster() {
        return cluster;
    }
}
