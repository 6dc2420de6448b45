package atlas.infra.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In which order a cluster comes and goes, so that it leaves no load balancer, network interface or security group behind.
 * CloudFormation deletes in the opposite order of what waits for what.
 */
class EksDeletionTest {
    private static StackTemplate stack;

    @BeforeAll
    static void synthesize() {
        stack = Assembly.with().stack("EksManagedNodes");
    }

    /** Each needs who cleans up after it, or who carries it. */
    @ParameterizedTest
    @CsvSource({
        // the pods, then the binding that takes them off the load balancer, then the namespace around them
        "ManifestsOffHours, ManifestsApp",
        "ManifestsApp, ManifestsNetwork",
        "ManifestsNetwork, ManifestsNamespace",
        // a binding's finalizer waits for the controller, which needs its rights, its role and a node
        "ManifestsNetwork, LoadBalancerControllerChart",
        "LoadBalancerControllerChart, LoadBalancerControllerIdentityAssociation",
        "LoadBalancerControllerChart, LoadBalancerControllerIdentityRoleDefaultPolicy",
        "LoadBalancerControllerChart, NodesOnDemand",
        "LoadBalancerControllerChart, AddOnsCoreDns",
        "ManifestsNetwork, RouteTargets",
        // what runs on nodes goes before them, what makes nodes of instances after them
        "ClusterAutoscalerChart, AddOnsMetricsServer",
        "ManifestsStorageClasses, AddOnsEbsCsiDriver",
        "ManifestsStorageClasses, AddOnsEfsCsiDriver",
        "AddOnsCoreDns, NodesOnDemand",
        "AddOnsMetricsServer, NodesOnDemand",
        "AddOnsEbsCsiDriver, NodesSpot",
        "AddOnsEfsCsiDriver, NodesSpot",
        "NodesOnDemand, AddOnsVpcCni",
        "NodesSpot, AddOnsVpcCni",
        "NodesOnDemand, AddOnsKubeProxy",
        "NodesOnDemand, AddOnsPodIdentityAgent",
        "NodesOnDemand, NodesRole",
        "AddOnsVpcCni, AddOnsVpcCniRole",
        // kubectl keeps its way in until its last call
        "ManifestsNamespace, ControlPlaneClusterKubectlAccess",
        "ManifestsNamespace, KubectlRoleDefaultPolicy",
        "ControlPlaneClusterKubectlAccess, ControlPlaneCluster",
        // the cluster's security group is EKS's own, and goes with the cluster if nothing names it
        "AddOnsVpcCni, ControlPlaneCluster",
        "SharedFilesGroupfromEksManagedNodesControlPlaneClusterClusterSecurityGroup89EF24C42049, ControlPlaneCluster",
        "ControlPlaneCluster, ControlPlaneClusterRole",
        "ControlPlaneCluster, ControlPlaneLog",
    })
    void goesBefore(String first, String then) {
        assertTrue(
                stack.needs(stack.named(first).logicalId())
                        .contains(stack.named(then).logicalId()),
                first + " does not wait for " + then);
    }

    /** Who comes in by the load balancer, and by which rule, is settled in this stack: the cluster changes no group. */
    @Test
    void takesItsRulesAwayBeforeTheClustersGroup() {
        List<Resource> rules = Stream.of("AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress")
                .flatMap(type -> stack.all(type).stream())
                .toList();
        String cluster = stack.only("AWS::EKS::Cluster").logicalId();

        assertEquals(3, rules.size(), "in and out at the load balancer, in at the file system");
        rules.forEach(rule -> assertTrue(stack.needs(rule.logicalId()).contains(cluster), rule.logicalId()));
    }

    /** It could make none, so it leaves none: the controller's role is shorter than any advice about finalizers. */
    @Test
    void letsTheControllerMakeNothing() {
        assertEquals(
                List.of(
                        "Allow elasticloadbalancing:DeregisterTargets, elasticloadbalancing:RegisterTargets on"
                                + " ${RouteTargets}",
                        "Allow ec2:DescribeSecurityGroups, ec2:DescribeVpcs, elasticloadbalancing:DescribeTargetGroups,"
                                + " elasticloadbalancing:DescribeTargetHealth on *"),
                stack.named("LoadBalancerControllerIdentityRoleDefaultPolicy").statements());
    }

    /** In the VPC it would leave interfaces that hold the cluster's group. */
    @Test
    void keepsKubectlOutOfTheVpc() {
        stack.all("AWS::Lambda::Function")
                .forEach(function -> assertFalse(function.has("/VpcConfig"), function.logicalId()));
    }

    /** EKS would make it without an end, and nobody would delete it. */
    @Test
    void ownsTheControlPlanesLog() {
        Resource cluster = stack.only("AWS::EKS::Cluster");
        Resource log = stack.named("ControlPlaneLog");

        assertEquals("/aws/eks/%s/cluster".formatted(cluster.text("/Name")), log.text("/LogGroupName"));
        assertEquals("7", log.text("/RetentionInDays"));
        assertEquals("Delete", log.json().path("DeletionPolicy").asText());
    }

    /** A provider is one more thing that stays, and custom resources one more that can hang; Pod Identity needs neither. */
    @Test
    void needsNoIdentityProvider() {
        assertTrue(stack.all().stream().noneMatch(resource -> resource.type().contains("OIDCProvider")));
        assertFalse(stack.json().toString().contains("sts:AssumeRoleWithWebIdentity"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox", "production"})
    void keepsFilesAndTheirBackupsInProductionOnly(String profile) {
        Resource files =
                Assembly.with("profile=" + profile).stack("EksManagedNodes").only("AWS::EFS::FileSystem");

        assertEquals(
                profile.equals("production") ? "Retain" : "Delete",
                files.json().path("DeletionPolicy").asText());
        assertEquals(
                profile.equals("production") ? "ENABLED" : "",
                files.get("/BackupPolicy/Status").asText());
    }
}
