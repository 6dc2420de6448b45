package atlas.infra.compute;

import static atlas.infra.guard.Findings.accept;

import atlas.infra.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.eks_v2.HelmChart;
import software.amazon.awscdk.services.eks_v2.ICluster;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/** Kubernetes' own Cluster Autoscaler: a node more when a pod finds no room, one less when its pods would fit elsewhere. */
final class ClusterAutoscaler extends Construct {
    private static final String NAME = "cluster-autoscaler";
    /** Of the cluster's own version: it simulates that version's scheduler. */
    private static final String IMAGE_TAG = "v1.36.1";

    /**
     * @param clusterName as it is written in the tags that EKS puts on the Auto Scaling groups of its node groups
     */
    ClusterAutoscaler(Construct scope, Settings settings, ICluster kubectl, String clusterName, EksAddOns addOns) {
        super(scope, "ClusterAutoscaler");
        PodIdentity identity = new PodIdentity(this, "Identity", kubectl, "kube-system", NAME);
        allowScaling(identity.role(), clusterName);
        HelmChart chart = HelmChart.Builder.create(this, "Chart")
                .cluster(kubectl)
                .repository("https://kubernetes.github.io/autoscaler")
                .chart(NAME)
                .version("9.59.0")
                .release(NAME)
                .namespace("kube-system")
                .createNamespace(false)
                .wait(true)
                .timeout(Duration.minutes(10))
                .values(values(settings, kubectl))
                .build();
        chart.getNode().addDependency(identity, addOns);
    }

    private static Map<String, Object> values(Settings settings, ICluster kubectl) {
        Map<String, Object> values = new TreeMap<>();
        values.put("fullnameOverride", NAME);
        values.put("awsRegion", settings.region());
        values.put("autoDiscovery", Map.of("clusterName", kubectl.getClusterName()));
        values.put("image", Map.of("tag", IMAGE_TAG));
        values.put("rbac", Map.of("serviceAccount", new TreeMap<>(Map.of("create", true, "name", NAME))));
        values.put("nodeSelector", EksNodes.ALWAYS_THERE);
        values.put("resources", resources());
        // A node on Spot may go although a pod of the cluster's own has found its way there.
        values.put(
                "extraArgs",
                new TreeMap<>(Map.of("skip-nodes-with-local-storage", false, "skip-nodes-with-system-pods", false)));
        return values;
    }

    private void allowScaling(Role role, String clusterName) {
        Stack stack = Stack.of(this);
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of("autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"))
                .resources(List.of(stack.formatArn(ArnComponents.builder()
                        .service("autoscaling")
                        .resource("autoScalingGroup:*:autoScalingGroupName")
                        .resourceName("*")
                        .build())))
                .conditions(Map.of(
                        "StringEquals",
                        Map.of("autoscaling:ResourceTag/kubernetes.io/cluster/" + clusterName, "owned")))
                .build());
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of("eks:DescribeNodegroup"))
                .resources(List.of(stack.formatArn(ArnComponents.builder()
                        .service("eks")
                        .resource("nodegroup")
                        .resourceName(clusterName + "/*")
                        .build())))
                .build());
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of(
                        "autoscaling:DescribeAutoScalingGroups",
                        "autoscaling:DescribeAutoScalingInstances",
                        "autoscaling:DescribeScalingActivities",
                        "ec2:DescribeInstanceTypes",
                        "ec2:DescribeLaunchTemplateVersions"))
                .resources(List.of("*"))
                .build());
        accept(role, "AwsSolutions-IAM5", "groups have their names from EKS, and to describe them knows no resource");
    }

    private static Map<String, Object> resources() {
        Map<String, Object> resources = new TreeMap<>();
        resources.put("requests", new TreeMap<>(Map.of("cpu", "50m", "memory", "192Mi")));
        resources.put("limits", Map.of("memory", "384Mi"));
        return resources;
    }
}
