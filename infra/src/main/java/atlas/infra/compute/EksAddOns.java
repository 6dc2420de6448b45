package atlas.infra.compute;

import static atlas.infra.guard.Findings.accept;

import java.util.List;
import software.amazon.awscdk.services.eks.CfnAddon;
import software.amazon.awscdk.services.eks_v2.ICluster;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/**
 * What makes nodes and pods of the bare cluster, kept by AWS: network, names, credentials, measurements, volumes. Those that a
 * node needs to become ready come before the nodes, and go after them; the others run on nodes.
 *
 * <p>None has a version: EKS takes the one that it recommends for the cluster's.
 */
final class EksAddOns extends Construct {
    private final ICluster cluster;

    EksAddOns(Construct scope, ICluster cluster, EksNodes nodes) {
        super(scope, "AddOns");
        this.cluster = cluster;
        CfnAddon podIdentity = addOn("PodIdentityAgent", "eks-pod-identity-agent");
        CfnAddon kubeProxy = addOn("KubeProxy", "kube-proxy");
        CfnAddon network = addOn("VpcCni", "vpc-cni");
        network.setConfigurationValues("{\"enableNetworkPolicy\":\"true\"}");
        giveRole(network, "aws-node", "AmazonEKS_CNI_Policy");
        network.getNode().addDependency(podIdentity);
        nodes.getNode().addDependency(podIdentity, kubeProxy, network);

        CfnAddon names = addOn("CoreDns", "coredns");
        CfnAddon measurements = addOn("MetricsServer", "metrics-server");
        CfnAddon ebs = addOn("EbsCsiDriver", "aws-ebs-csi-driver");
        // Unlike the first version of it, and the one for EFS, this policy has no path service-role/.
        giveRole(ebs, "ebs-csi-controller-sa", "AmazonEBSCSIDriverPolicyV2");
        CfnAddon efs = addOn("EfsCsiDriver", "aws-efs-csi-driver");
        giveRole(efs, "efs-csi-controller-sa", "service-role/AmazonEFSCSIDriverPolicy");
        List.of(names, measurements, ebs, efs).forEach(addOn -> addOn.getNode().addDependency(nodes));
    }

    private CfnAddon addOn(String id, String name) {
        return CfnAddon.Builder.create(this, id)
                .clusterName(cluster.getClusterName())
                .addonName(name)
                .resolveConflicts("OVERWRITE")
                .build();
    }

    private void giveRole(CfnAddon addOn, String serviceAccount, String managedPolicy) {
        Role role = PodIdentity.role(this, addOn.getNode().getId() + "Role", List.of(managedPolicy));
        accept(role, "AwsSolutions-IAM4", "what the add-on calls, and AWS keeps the list with the add-on");
        addOn.setPodIdentityAssociations(List.of(CfnAddon.PodIdentityAssociationProperty.builder()
                .serviceAccount(serviceAccount)
                .roleArn(role.getRoleArn())
                .build()));
    }
}
