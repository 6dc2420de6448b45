package atlas.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What AWS refuses when it is deployed, and neither synthesis nor CloudFormation's own rules notice before. */
class LimitsTest {
    /** Most characters of a name: CloudFront's policies have 128, most other things 64 or less. */
    private static final Map<String, Integer> NAMES = Map.of(
            "/CachePolicyConfig/Name", 128,
            "/ResponseHeadersPolicyConfig/Name", 128,
            "/OriginAccessControlConfig/Name", 64,
            "/VpcOriginEndpointConfig/Name", 64,
            "/RepositoryName", 256,
            "/NodegroupName", 63,
            "/Family", 255,
            "/PolicyName", 128);

    private static final int CLOUDFRONT_FUNCTION_BYTES = 10 * 1024;
    private static final int CLOUDFRONT_COMMENT = 128;
    private static final int FUNCTION_VARIABLES_BYTES = 4 * 1024;
    private static final int ROLE_POLICY_CHARACTERS = 10_240;
    private static final int RESOURCES = 500;
    private static final int TEMPLATE_BYTES = 1_000_000;

    static Stream<Assembly> setUps() {
        String ranges = IntStream.range(0, Settings.MOST_RANGES)
                .mapToObj("203.0.113.%d/32"::formatted)
                .collect(Collectors.joining(","));
        return Stream.of(
                Assembly.with(),
                Assembly.with("profile=production"),
                Assembly.with("allowCidr=" + ranges),
                Assembly.with("architecture=x86_64"),
                Assembly.with("region=eu-west-1"));
    }

    @ParameterizedTest
    @MethodSource("setUps")
    void namesAreShortEnough(Assembly assembly) {
        for (Resource resource : resources(assembly)) {
            NAMES.forEach((property, most) ->
                    assertTrue(resource.text(property).length() <= most, () -> resource.logicalId() + property));
        }
        for (Resource policy : all(assembly, "AWS::ApplicationAutoScaling::ScalingPolicy")) {
            assertTrue(policy.text("/PolicyName").matches("\\w{1,256}"), policy.logicalId());
        }
    }

    /** Their names are ours, so nobody cuts them to 32 characters for us. */
    @ParameterizedTest
    @MethodSource("setUps")
    void targetGroupsHaveNamesThatTheLoadBalancerTakes(Assembly assembly) {
        for (Resource group : all(assembly, "AWS::ElasticLoadBalancingV2::TargetGroup")) {
            assertTrue(group.text("/Name").matches("(?=.{1,32}$)[a-z0-9]+(-[a-z0-9]+)*"), group.text("/Name"));
        }
    }

    /** The characters that EC2 takes in a description; an apostrophe is not among them. */
    @ParameterizedTest
    @MethodSource("setUps")
    void securityGroupsAreDescribedInPlainCharacters(Assembly assembly) {
        for (Resource resource : resources(assembly)) {
            if (resource.type().startsWith("AWS::EC2::SecurityGroup")) {
                Stream.concat(
                                Stream.of(resource.text("/GroupDescription"), resource.text("/Description")),
                                Json.elements(resource.get("/SecurityGroupEgress"))
                                        .map(rule -> rule.path("Description").asText()))
                        .forEach(text -> assertTrue(
                                text.matches("[a-zA-Z0-9. _:/()#,@\\[\\]+=&;{}!$*-]{0,255}"),
                                () -> resource.logicalId() + ": " + text));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("setUps")
    void theEdgesFunctionIsSmallEnough(Assembly assembly) {
        for (Resource function : all(assembly, "AWS::CloudFront::Function")) {
            assertTrue(
                    function.get("/FunctionCode").asText().length() <= CLOUDFRONT_FUNCTION_BYTES,
                    () -> function.get("/FunctionCode").asText().length() + " bytes");
            assertTrue(function.text("/Name").length() <= 64, function.text("/Name"));
            assertTrue(function.text("/FunctionConfig/Comment").length() <= CLOUDFRONT_COMMENT);
        }
        for (Resource policy : all(assembly, "AWS::CloudFront::CachePolicy")) {
            assertTrue(policy.text("/CachePolicyConfig/Comment").length() <= CLOUDFRONT_COMMENT);
        }
    }

    /** All variables of a function together, with room for the names that a deployment puts in. */
    @ParameterizedTest
    @MethodSource("setUps")
    void aFunctionsVariablesFit(Assembly assembly) {
        for (Resource function : all(assembly, "AWS::Lambda::Function")) {
            int bytes = Json.sorted(function.get("/Environment/Variables")).entrySet().stream()
                    .mapToInt(variable -> variable.getKey().length()
                            + Math.max(100, ValueText.of(variable.getValue()).length()))
                    .sum();
            assertTrue(bytes <= FUNCTION_VARIABLES_BYTES, () -> function.logicalId() + " has " + bytes + " bytes");
        }
    }

    @ParameterizedTest
    @MethodSource("setUps")
    void functionsStayWithinWhatLambdaTakes(Assembly assembly) {
        for (Resource function : all(assembly, "AWS::Lambda::Function")) {
            assertTrue(function.get("/Timeout").asInt() <= 900, function.logicalId());
            int memory = function.get("/MemorySize").asInt(128);
            assertTrue(memory >= 128 && memory <= 10_240, function.logicalId());
            // A snapshot takes no more than the disk that is there by itself.
            assertTrue(!function.has("/SnapStart") || !function.has("/EphemeralStorage"), function.logicalId());
        }
        for (Resource source : all(assembly, "AWS::Lambda::EventSourceMapping")) {
            assertTrue(source.get("/ScalingConfig/MaximumConcurrency").asInt() >= 2, source.logicalId());
        }
    }

    @ParameterizedTest
    @MethodSource("setUps")
    void policiesAndTemplatesAreShortEnough(Assembly assembly) {
        for (Resource policy : all(assembly, "AWS::IAM::Policy")) {
            assertTrue(policy.get("/PolicyDocument").toString().length() <= ROLE_POLICY_CHARACTERS, policy.logicalId());
        }
        for (String stack : assembly.stackIds()) {
            StackTemplate template = assembly.stack(stack);
            assertTrue(template.all().size() <= RESOURCES, stack);
            assertTrue(template.json().toString().length() <= TEMPLATE_BYTES, stack);
            assertTrue(template.json().path("Description").asText().length() <= 1024, stack);
        }
    }

    /** Auto Scaling wants cron as Unix has it, Application Auto Scaling with a year and a question mark. */
    @ParameterizedTest
    @MethodSource("setUps")
    void schedulesAreWrittenAsEachServiceReadsThem(Assembly assembly) {
        for (Resource action : all(assembly, "AWS::AutoScaling::ScheduledAction")) {
            assertTrue(action.text("/Recurrence").matches("\\d{1,2} \\d{1,2} \\* \\* MON-FRI"), action.logicalId());
        }
        for (Resource target : all(assembly, "AWS::ApplicationAutoScaling::ScalableTarget")) {
            for (JsonNode action : target.get("/ScheduledActions")) {
                assertTrue(
                        action.path("Schedule").asText().matches("cron\\(\\d{1,2} \\d{1,2} \\? \\* MON-FRI \\*\\)"),
                        action::toString);
            }
        }
    }

    /** A load balancer needs two zones, and so do its targets to outlive one. */
    @ParameterizedTest
    @MethodSource("setUps")
    void everythingIsInTwoSubnets(Assembly assembly) {
        Set<String> two = Set.of("${Network/VpcPrivateSubnet1Subnet}", "${Network/VpcPrivateSubnet2Subnet}");

        for (String subnets : List.of(
                assembly.stack("Web")
                        .only("AWS::ElasticLoadBalancingV2::LoadBalancer")
                        .text("/Subnets"),
                assembly.stack("Ec2AutoScaling")
                        .only("AWS::AutoScaling::AutoScalingGroup")
                        .text("/VPCZoneIdentifier"),
                assembly.stack("EksManagedNodes").named("NodesOnDemand").text("/Subnets"),
                assembly.stack("EksManagedNodes").only("AWS::EKS::Cluster").text("/ResourcesVpcConfig/SubnetIds"),
                assembly.stack("EcsFargate")
                        .only("AWS::ECS::Service")
                        .text("/NetworkConfiguration/AwsvpcConfiguration/Subnets"))) {
            assertEquals(two, Set.of(subnets.split(", ")));
        }
    }

    /** Two rules of one listener may not have one priority, and options never see each other's. */
    @ParameterizedTest
    @MethodSource("setUps")
    void rulesDoNotStandInEachOthersPlace(Assembly assembly) {
        List<String> priorities = all(assembly, "AWS::ElasticLoadBalancingV2::ListenerRule").stream()
                .map(rule -> rule.text("/Priority"))
                .toList();

        assertEquals(priorities.stream().distinct().toList(), priorities);
    }

    /** CloudFront refuses a name without a certificate, Route 53 a record that is neither an alias nor has a time to live. */
    @Test
    void aNameHasACertificateAndARecordATarget() {
        Assembly named = Assembly.with("domain=atlas.example.com", "zoneId=Z0123456789ABCDEFGHIJ");

        for (Resource distribution : all(named, "AWS::CloudFront::Distribution")) {
            assertEquals(
                    distribution.has("/DistributionConfig/Aliases"),
                    distribution.has("/DistributionConfig/ViewerCertificate/AcmCertificateArn"));
        }
        for (Assembly assembly : List.of(named, Assembly.with())) {
            for (Resource entry : all(assembly, "AWS::Route53::RecordSet")) {
                assertTrue(entry.has("/AliasTarget") || entry.has("/TTL"), entry.logicalId());
            }
        }
    }

    /** Application Auto Scaling refuses a step that is not next to the one before. */
    @ParameterizedTest
    @MethodSource("setUps")
    void stepsFollowEachOther(Assembly assembly) {
        Stream.concat(
                        all(assembly, "AWS::AutoScaling::ScalingPolicy").stream()
                                .map(policy -> policy.get("/StepAdjustments")),
                        all(assembly, "AWS::ApplicationAutoScaling::ScalingPolicy").stream()
                                .map(policy -> policy.get("/StepScalingPolicyConfiguration/StepAdjustments")))
                .filter(steps -> !steps.isMissingNode())
                .forEach(steps -> {
                    for (int i = 1; i < steps.size(); i++) {
                        assertEquals(
                                steps.get(i - 1).path("MetricIntervalUpperBound"),
                                steps.get(i).path("MetricIntervalLowerBound"));
                    }
                    assertTrue(!steps.get(steps.size() - 1).has("MetricIntervalUpperBound"), steps::toString);
                });
    }

    private static List<Resource> resources(Assembly assembly) {
        return assembly.stacks().stream().flatMap(stack -> stack.all().stream()).toList();
    }

    private static List<Resource> all(Assembly assembly, String type) {
        return resources(assembly).stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }
}
