package atlas.infra.compute;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.Layers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.eks_v2.HelmChart;
import software.amazon.awscdk.services.eks_v2.ICluster;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationTargetGroup;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/**
 * The AWS Load Balancer Controller, for target group bindings alone. It may register and deregister targets of one target
 * group, and make nothing: no load balancer, no security group, no rule. So it cannot leave any of them behind.
 */
final class LoadBalancerController extends Construct {
    private static final String SERVICE_ACCOUNT = "aws-load-balancer-controller";

    LoadBalancerController(
            Construct scope, Layers layers, ICluster kubectl, IApplicationTargetGroup targetGroup, EksAddOns addOns) {
        super(scope, "LoadBalancerController");
        PodIdentity identity = new PodIdentity(this, "Identity", kubectl, "kube-system", SERVICE_ACCOUNT);
        allowBinding(identity.role(), targetGroup);
        HelmChart chart = HelmChart.Builder.create(this, "Chart")
                .cluster(kubectl)
                .repository("https://aws.github.io/eks-charts")
                .chart("aws-load-balancer-controller")
                .version("3.5.0")
                .release("aws-load-balancer-controller")
                .namespace("kube-system")
                .createNamespace(false)
                // Its webhooks answer before a binding is made.
                .wait(true)
                .timeout(Duration.minutes(10))
                .values(values(layers, kubectl))
                .build();
        chart.getNode().addDependency(identity, addOns);
    }

    private static Map<String, Object> values(Layers layers, ICluster kubectl) {
        Map<String, Object> values = new TreeMap<>();
        values.put("clusterName", kubectl.getClusterName());
        values.put("region", layers.settings().region());
        values.put("vpcId", layers.network().vpc().getVpcId());
        values.put("replicaCount", layers.settings().profile().isProduction() ? 2 : 1);
        values.put("serviceAccount", new TreeMap<>(Map.of("create", true, "name", SERVICE_ACCOUNT)));
        values.put("nodeSelector", EksNodes.ALWAYS_THERE);
        values.put("resources", resources());
        // Nothing but target group bindings.
        values.put("createIngressClassResource", false);
        values.put("ingressClassParams", Map.of("create", false));
        values.put("enableServiceMutatorWebhook", false);
        values.put("enableBackendSecurityGroup", false);
        values.put("enableShield", false);
        values.put("enableWaf", false);
        values.put("enableWafv2", false);
        values.put(
                "controllerConfig",
                Map.of(
                        "featureGates",
                        new TreeMap<>(Map.of(
                                "ALBGatewayAPI", false, "EnableServiceController", false, "NLBGatewayAPI", false))));
        return values;
    }

    /** What its code calls for a binding without a word about networking, read in version 3.5.0. */
    private static void allowBinding(Role role, IApplicationTargetGroup targetGroup) {
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of("elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets"))
                .resources(List.of(targetGroup.getTargetGroupArn()))
                .build());
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of(
                        "ec2:DescribeSecurityGroups",
                        "ec2:DescribeVpcs",
                        "elasticloadbalancing:DescribeTargetGroups",
                        "elasticloadbalancing:DescribeTargetHealth"))
                .resources(List.of("*"))
                .build());
        accept(role, "AwsSolutions-IAM5[*]", "to describe something knows no resource");
    }

    private static Map<String, Object> resources() {
        Map<String, Object> resources = new TreeMap<>();
        resources.put("requests", new TreeMap<>(Map.of("cpu", "50m", "memory", "128Mi")));
        resources.put("limits", Map.of("memory", "256Mi"));
        return resources;
    }
}
