package atlas.infra.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import atlas.infra.template.ValueText;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EksManagedNodesStackTest {
    private static StackTemplate stack;
    private static StackTemplate production;
    private static Resource cluster;

    @BeforeAll
    static void synthesize() {
        stack = Assembly.with().stack("EksManagedNodes");
        production = Assembly.with("profile=production").stack("EksManagedNodes");
        cluster = stack.only("AWS::EKS::Cluster");
    }

    @ParameterizedTest
    @CsvSource({
        ", linux/arm64, AL2023_ARM_64_STANDARD, t4g.medium",
        "architecture=x86_64, linux/amd64, AL2023_x86_64_STANDARD, t3.medium"
    })
    void runsOneProcessorFromImageToNode(String setting, String platform, String amiType, String instanceType) {
        Assembly assembly = Assembly.with(setting == null ? new String[0] : new String[] {setting});

        assertEquals(
                platform,
                assembly.read("EksManagedNodes.assets.json")
                        .path("dockerImages")
                        .elements()
                        .next()
                        .at("/source/platform")
                        .asText());
        for (Resource group : assembly.stack("EksManagedNodes").all("AWS::EKS::Nodegroup")) {
            assertEquals(amiType, group.text("/AmiType"));
            assertTrue(group.text("/InstanceTypes").startsWith(instanceType + ", "), group.text("/InstanceTypes"));
        }
    }

    /** Nodes of another processor are another group, and CloudFormation makes it before it deletes the old one. */
    @Test
    void namesNodesByTheirProcessor() {
        assertEquals(
                "AtlasEksManagedNodes-OnDemand-arm64",
                stack.named("NodesOnDemand").text("/NodegroupName"));
        assertEquals(
                "AtlasEksManagedNodes-OnDemand-x86",
                Assembly.with("architecture=x86_64")
                        .stack("EksManagedNodes")
                        .named("NodesOnDemand")
                        .text("/NodegroupName"));
    }

    /** The cluster's own pods are on a node that stays; more of them cost less. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                     | 1 1 1 | 0 0 1 | 1 4",
                "minUnits=2 maxUnits=5 | 1 1 1 | 0 0 4 | 2 10",
                "minUnits=3 maxUnits=3 | 2 2 2 | 0 0 1 | 3 6",
                "minUnits=1 maxUnits=1 | 1 1 1 |       | 1 2",
            })
    void scalesNodesWithinBoundsAndPodsWithinNodes(String settings, String onDemand, String spot, String pods) {
        StackTemplate made = Assembly.with(settings == null ? new String[0] : settings.split(" "))
                .stack("EksManagedNodes");
        String manifest = ValueText.of(made.named("ManifestsApp").get("/Manifest"));

        assertEquals(onDemand, bounds(made.named("NodesOnDemand")));
        assertEquals("ON_DEMAND", made.named("NodesOnDemand").text("/CapacityType"));
        assertEquals(
                spot == null ? List.of() : List.of(spot),
                made.all("AWS::EKS::Nodegroup").stream()
                        .filter(group -> group.text("/CapacityType").equals("SPOT"))
                        .map(EksManagedNodesStackTest::bounds)
                        .toList());
        assertTrue(
                manifest.contains("\"minReplicas\":%s,\"maxReplicas\":%s,".formatted((Object[]) pods.split(" "))),
                manifest);
    }

    /** A new account has vCPU for two nodes more; the usual way of an update asks for up to four. */
    @Test
    void updatesNodesWithinASandboxesQuota() {
        stack.all("AWS::EKS::Nodegroup")
                .forEach(
                        group -> assertEquals("MaxUnavailable 1, UpdateStrategy MINIMAL", group.text("/UpdateConfig")));
        production
                .all("AWS::EKS::Nodegroup")
                .forEach(group -> assertEquals("MaxUnavailable 1", group.text("/UpdateConfig")));
    }

    @Test
    void bringsTheAddOnsAndNoOthers() {
        assertEquals(
                "aws-ebs-csi-driver, aws-efs-csi-driver, coredns, eks-pod-identity-agent, kube-proxy, metrics-server, vpc-cni",
                String.join(
                        ", ",
                        stack.all("AWS::EKS::Addon").stream()
                                .map(addOn -> addOn.text("/AddonName"))
                                .sorted()
                                .toList()));
        assertEquals(
                "{\"enableNetworkPolicy\":\"true\"}",
                stack.named("AddOnsVpcCni").text("/ConfigurationValues"));
        assertEquals("false", cluster.text("/BootstrapSelfManagedAddons"), "they would collide");
    }

    /**
     * The node's role is no pod's: each that calls AWS has its own. IAM refuses a role with a policy that there is not, and
     * policies are found by their path, too; source of the paths: AWS Managed Policy Reference Guide, read in November 2026.
     */
    @Test
    void givesEveryCallerARoleOfItsOwn() {
        assertEquals(
                "arn:${AWS::Partition}:iam::aws:policy/AmazonEKSWorkerNodePolicy,"
                        + " arn:${AWS::Partition}:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
                stack.named("NodesRole").text("/ManagedPolicyArns"));
        for (List<String> addOn : List.of(
                List.of("VpcCni", "aws-node", "AmazonEKS_CNI_Policy"),
                List.of("EbsCsiDriver", "ebs-csi-controller-sa", "AmazonEBSCSIDriverPolicyV2"),
                List.of("EfsCsiDriver", "efs-csi-controller-sa", "service-role/AmazonEFSCSIDriverPolicy"))) {
            assertEquals(
                    "RoleArn ${AddOns%sRole.Arn}, ServiceAccount %s".formatted(addOn.get(0), addOn.get(1)),
                    stack.named("AddOns" + addOn.get(0)).text("/PodIdentityAssociations"));
            assertEquals(
                    "arn:${AWS::Partition}:iam::aws:policy/" + addOn.get(2),
                    stack.named("AddOns" + addOn.get(0) + "Role").text("/ManagedPolicyArns"));
        }
        stack.all("AWS::IAM::Role").stream()
                .filter(role -> role.get("/AssumeRolePolicyDocument").toString().contains("pods.eks"))
                .forEach(role -> assertEquals(
                        List.of("Allow sts:AssumeRole, sts:TagSession to Service pods.eks.amazonaws.com"),
                        ValueText.statements(role.get("/AssumeRolePolicyDocument")),
                        role.name()));
    }

    /** Another cluster's groups of nodes are none of its business. */
    @Test
    void letsTheAutoscalerChangeItsOwnGroupsOnly() {
        assertEquals(
                "Allow autoscaling:SetDesiredCapacity, autoscaling:TerminateInstanceInAutoScalingGroup on"
                        + " arn:aws:autoscaling:us-east-1:${AWS::AccountId}:autoScalingGroup:*:autoScalingGroupName/*"
                        + " if StringEquals autoscaling:ResourceTag/kubernetes.io/cluster/AtlasEksManagedNodes owned",
                stack.named("ClusterAutoscalerIdentityRoleDefaultPolicy")
                        .statements()
                        .get(0));
    }

    /** Whoever deploys has no say in the cluster for that; kubectl has, and who is named. */
    @Test
    void letsInWhomAnAccessEntryNames() {
        String admin = "arn:aws:iam::111122223333:role/Admin";
        StackTemplate administered = Assembly.with("clusterAdmin=" + admin).stack("EksManagedNodes");

        assertEquals(
                "AuthenticationMode API, BootstrapClusterCreatorAdminPermissions false", cluster.text("/AccessConfig"));
        assertEquals(
                List.of("${KubectlRole.Arn}"),
                stack.all("AWS::EKS::AccessEntry").stream()
                        .map(entry -> entry.text("/PrincipalArn"))
                        .toList());
        assertEquals(
                List.of("${KubectlRole.Arn}", admin),
                administered.all("AWS::EKS::AccessEntry").stream()
                        .map(entry -> entry.text("/PrincipalArn"))
                        .sorted()
                        .toList());
    }

    /** It installs what is in an open repository, and asks EKS where the cluster is. */
    @Test
    void givesKubectlNoRightsButItsWayIn() {
        assertEquals(
                List.of(
                        "Allow eks:DescribeCluster on ${ControlPlaneCluster.Arn}",
                        "Allow logs:CreateLogStream, logs:PutLogEvents on ${KubectlProviderHandlerLog.Arn}"),
                stack.named("KubectlRoleDefaultPolicy").statements());
        assertFalse(stack.named("KubectlRole").has("/ManagedPolicyArns"));
        assertFalse(stack.json().has("Conditions"));
    }

    @Test
    void writesTheLargeLogsInProductionOnly() {
        assertEquals(List.of("authenticator", "controllerManager", "scheduler"), logs(cluster));
        assertEquals(
                List.of("api", "audit", "authenticator", "controllerManager", "scheduler"),
                logs(production.only("AWS::EKS::Cluster")));
    }

    /** Extended support costs six times as much an hour, and is on by default. */
    @Test
    void neverPaysForExtendedSupportInASandbox() {
        assertEquals("SupportType STANDARD", cluster.text("/UpgradePolicy"));
        assertFalse(production.only("AWS::EKS::Cluster").has("/UpgradePolicy"));
    }

    @Test
    void routesItsOwnPathOnly() {
        Resource rule = stack.only("AWS::ElasticLoadBalancingV2::ListenerRule");

        assertEquals("40", rule.text("/Priority"));
        assertEquals("/eks-managed-nodes, /eks-managed-nodes/*", rule.text("/Conditions/0/PathPatternConfig/Values"));
        assertEquals("${RouteTargets}", rule.text("/Actions/0/TargetGroupArn"));
        assertFalse(stack.named("RouteTargets").has("/Targets"), "the controller registers them");
        assertEquals("https://${Cdn/Distribution.DomainName}/eks-managed-nodes/", stack.output("Url"));
    }

    @Test
    void tellsTheComparisonWhatItsUnitIs() {
        assertEquals(
                "max 2, memoryMiB 4096, min 1, option eks-managed-nodes, unit node, vcpu 2",
                ValueText.of(stack.json().at("/Metadata/ComputeAtlas")));
        assertEquals(
                "max 5, memoryMiB 4096, min 1, option eks-managed-nodes, unit node, vcpu 2",
                ValueText.of(Assembly.with("minUnits=2", "maxUnits=5")
                        .stack("EksManagedNodes")
                        .json()
                        .at("/Metadata/ComputeAtlas")));
    }

    private static String bounds(Resource group) {
        return "%s %s %s"
                .formatted(
                        group.text("/ScalingConfig/MinSize"),
                        group.text("/ScalingConfig/DesiredSize"),
                        group.text("/ScalingConfig/MaxSize"));
    }

    private static List<String> logs(Resource cluster) {
        return Json.elements(cluster.get("/Logging/ClusterLogging/EnabledTypes"))
                .map(type -> type.path("Type").asText())
                .sorted()
                .toList();
    }
}
