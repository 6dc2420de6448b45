package atlas.infra.compute;

import java.util.List;
import software.amazon.awscdk.services.eks.CfnPodIdentityAssociation;
import software.amazon.awscdk.services.eks_v2.ICluster;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.SessionTagsPrincipal;
import software.constructs.Construct;

/**
 * A role for the pods of one service account, by EKS Pod Identity: an agent on each node hands out its credentials, and no
 * OIDC provider is needed. It must be there before the pods are, since they are told of it when they are created.
 */
final class PodIdentity extends Construct {
    private final Role role;

    PodIdentity(Construct scope, String id, ICluster cluster, String namespace, String serviceAccount) {
        super(scope, id);
        role = role(this, "Role", List.of());
        CfnPodIdentityAssociation.Builder.create(this, "Association")
                .clusterName(cluster.getClusterName())
                .namespace(namespace)
                .serviceAccount(serviceAccount)
                .roleArn(role.getRoleArn())
                .build();
    }

    Role role() {
        return role;
    }

    /** A role that EKS may give to pods, for who makes the association otherwise. */
    static Role role(Construct scope, String id, List<String> managedPolicies) {
        return Role.Builder.create(scope, id)
                .assumedBy(new SessionTagsPrincipal(new ServicePrincipal("pods.eks.amazonaws.com")))
                .managedPolicies(managedPolicies.stream()
                        .map(ManagedPolicy::fromAwsManagedPolicyName)
                        .toList())
                .build();
    }
}
