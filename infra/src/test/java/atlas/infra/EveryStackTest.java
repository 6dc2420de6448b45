package atlas.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.Resource;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every stack, in whatever way the atlas is set up. */
class EveryStackTest {
    /** Actions for which AWS knows no resource. */
    private static final Set<String> WITHOUT_RESOURCE = Set.of(
            "autoscaling:DescribeAutoScalingGroups",
            "autoscaling:DescribeAutoScalingInstances",
            "autoscaling:DescribeScalingActivities",
            "cloudwatch:PutMetricData",
            "ec2:DescribeInstanceTypes",
            "ec2:DescribeLaunchTemplateVersions",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeVpcs",
            "ecr:GetAuthorizationToken",
            "ecs:DiscoverPollEndpoint",
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTargetHealth",
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel",
            "xray:PutTelemetryRecords",
            "xray:PutTraceSegments");

    static Stream<Assembly> setUps() {
        return Stream.of(
                Assembly.with(),
                Assembly.with("profile=production"),
                Assembly.with("domain=atlas.example.com", "zoneId=Z0123456789ABCDEFGHIJ"),
                Assembly.with("allowCidr=203.0.113.0/24"));
    }

    @ParameterizedTest
    @MethodSource("setUps")
    void admitsNobodyFromEverywhere(Assembly assembly) {
        for (Resource resource : resources(assembly)) {
            List<JsonNode> rules = resource.type().equals("AWS::EC2::SecurityGroupIngress")
                    ? List.of(resource.get(""))
                    : Json.elements(resource.get("/SecurityGroupIngress")).toList();
            rules.forEach(rule ->
                    assertFalse(rule.has("CidrIp") || rule.has("CidrIpv6"), () -> resource.logicalId() + " " + rule));
        }
    }

    @ParameterizedTest
    @MethodSource("setUps")
    void keepsBucketsPrivateAndEncrypted(Assembly assembly) {
        for (String stack : assembly.stackIds()) {
            List<Resource> policies = assembly.stack(stack).all("AWS::S3::BucketPolicy");
            for (Resource bucket : assembly.stack(stack).all("AWS::S3::Bucket")) {
                assertEquals(
                        "BlockPublicAcls true, BlockPublicPolicy true, IgnorePublicAcls true, RestrictPublicBuckets true",
                        bucket.text("/PublicAccessBlockConfiguration"));
                assertTrue(bucket.has("/BucketEncryption"), bucket.logicalId());
                assertTrue(
                        policies.stream()
                                .filter(policy -> policy.text("/Bucket").equals("${" + bucket.name() + "}"))
                                .flatMap(policy -> policy.statements().stream())
                                .anyMatch(statement -> statement.startsWith("Deny s3:* ")
                                        && statement.endsWith("if Bool aws:SecureTransport false")),
                        bucket.logicalId() + " may be read in the clear");
            }
        }
    }

    /** A log without an end is paid for until somebody remembers it; one that outlives its stack, too. */
    @ParameterizedTest
    @MethodSource("setUps")
    void endsItsLogs(Assembly assembly) {
        for (Resource log : all(assembly, "AWS::Logs::LogGroup")) {
            assertTrue(log.has("/RetentionInDays"), log.logicalId());
            assertEquals("Delete", log.json().path("DeletionPolicy").asText(), log.logicalId());
        }
    }

    @ParameterizedTest
    @MethodSource("setUps")
    void allowsNothingOnEverything(Assembly assembly) {
        for (Resource policy : all(assembly, "AWS::IAM::Policy")) {
            for (JsonNode statement : policy.get("/PolicyDocument/Statement")) {
                List<String> actions =
                        List.of(ValueText.of(statement.path("Action")).split(", "));
                if (ValueText.of(statement.path("Resource")).equals("*")) {
                    assertTrue(WITHOUT_RESOURCE.containsAll(actions), () -> policy.logicalId() + " " + statement);
                }
                assertTrue(
                        actions.stream().noneMatch(action -> action.equals("*") || action.endsWith(":*")),
                        () -> policy.logicalId() + " " + statement);
            }
        }
    }

    /**
     * A name of our own collides with a second atlas, and with itself when a resource is replaced. Target groups have one all
     * the same: docs/decisions/018-the-dashboard-finds-options-by-name.md.
     */
    @ParameterizedTest
    @MethodSource("setUps")
    void leavesNamesToCloudFormation(Assembly assembly) {
        for (Resource resource : resources(assembly)) {
            for (String name : List.of(
                    "/BucketName",
                    "/FunctionName",
                    "/LogGroupName",
                    "/QueueName",
                    "/RoleName",
                    "/TableName",
                    "/ClusterName",
                    "/ServiceName",
                    "/AutoScalingGroupName",
                    "/LaunchTemplateName",
                    "/GroupName")) {
                // EKS logs to a group of this name only, and would make it without an end.
                boolean ours = resource.get(name).isTextual()
                        && !resource.text(name).equals("/aws/eks/AtlasEksManagedNodes/cluster");
                assertFalse(ours, () -> resource.logicalId() + name + " is " + resource.text(name));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("setUps")
    void saysWhatItBelongsTo(Assembly assembly) {
        for (String stack : assembly.stackIds()) {
            JsonNode properties = assembly.manifest().at("/artifacts/" + stack + "/properties");
            assertEquals("Atlas" + stack, properties.path("stackName").asText());
            // The CDN's stack has none of its own: see EdgeTags.
            assertEquals(
                    stack.equals("Cdn") ? "" : "compute-atlas",
                    properties.at("/tags/project").asText(),
                    stack);
            assertEquals(!stack.equals("Cdn"), properties.at("/tags").has("layer"), stack);
            assertTrue(assembly.stack(stack).json().path("Description").asText().startsWith("Compute Atlas: "), stack);
        }
        for (ComputeOption option : ComputeOption.values()) {
            assertEquals(
                    option.id(),
                    assembly.manifest()
                            .at("/artifacts/" + option.stackId() + "/properties/tags/option")
                            .asText());
        }
    }

    /** What {@code cdk destroy --all} promises of a sandbox. */
    @Test
    void leavesNothingBehindInTheSandbox() {
        for (Resource resource : resources(Assembly.with())) {
            assertFalse(resource.json().path("DeletionPolicy").asText().equals("Retain"), resource.logicalId());
        }
        for (String stack : Assembly.with().stackIds()) {
            List<Resource> buckets = Assembly.with().stack(stack).all("AWS::S3::Bucket");
            assertEquals(
                    buckets.stream().map(Resource::name).toList(),
                    Assembly.with().stack(stack).all("Custom::S3AutoDeleteObjects").stream()
                            .map(emptied -> emptied.text("/BucketName").replaceAll("[${}]", ""))
                            .toList(),
                    "a bucket that is not empty is not deleted");
        }
    }

    @Test
    void guardsProductionAgainstASlip() {
        Assembly production = Assembly.with("profile=production");

        for (String stack : production.stackIds()) {
            assertTrue(
                    production
                            .manifest()
                            .at("/artifacts/" + stack + "/properties/terminationProtection")
                            .asBoolean(),
                    stack);
        }
        for (String kept : List.of("AWS::DynamoDB::Table", "AWS::ECR::Repository")) {
            all(production, kept)
                    .forEach(resource -> assertEquals(
                            "Retain", resource.json().path("DeletionPolicy").asText(), resource.logicalId()));
        }
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
