package atlas.infra.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.ComputeOption;
import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** So that a bill can be split by project, layer, option and owner, on everything that can carry a tag. */
class CostTagsTest {
    private static final String OWNER = "owner=team-blue";

    static Stream<String> layers() {
        Set<String> layers = new TreeSet<>(owned().stackIds());
        Arrays.stream(ComputeOption.values()).map(ComputeOption::stackId).forEach(layers::remove);
        layers.remove("Cdn");
        return layers.stream();
    }

    /** CloudFormation puts them on whatever in the stack can carry one. */
    @ParameterizedTest
    @MethodSource("layers")
    void tagsALayerWithItsName(String layer) {
        assertEquals(
                Map.of("project", "compute-atlas", "layer", layer, "owner", "team-blue"), tagsOfStack(owned(), layer));
    }

    @ParameterizedTest
    @EnumSource
    void tagsAnOptionWithItsId(ComputeOption option) {
        assertEquals(
                Map.of("project", "compute-atlas", "layer", "Compute", "option", option.id(), "owner", "team-blue"),
                tagsOfStack(owned(), option.stackId()));
    }

    @Test
    void leavesTheOwnerOutWhenThereIsNone() {
        assertEquals(Map.of("project", "compute-atlas", "layer", "Network"), tagsOfStack(Assembly.with(), "Network"));
    }

    /** A VPC origin in use refuses a tag, and a function with one cannot be created; both would take the stack's. */
    @ParameterizedTest
    @MethodSource("edges")
    void keepsTagsFromTheStackWithCloudFront(Assembly assembly) {
        assertEquals(Map.of(), tagsOfStack(assembly, "Cdn"));
        assembly.stack("Cdn").all().stream()
                .filter(resource -> Set.of("AWS::CloudFront::VpcOrigin", "AWS::CloudFront::Function")
                        .contains(resource.type()))
                .forEach(resource -> assertFalse(resource.has("/Tags"), resource.logicalId()));
    }

    static Stream<Assembly> edges() {
        return Stream.of(Assembly.with(), owned(), Assembly.with("allowCidr=203.0.113.0/24", OWNER));
    }

    /** Else another owner would be another template for it, and that update fails. */
    @Test
    void leavesTheVpcOriginAsItIsWhoeverTheOwner() {
        assertEquals(
                Assembly.with().stack("Cdn").only("AWS::CloudFront::VpcOrigin").json(),
                owned().stack("Cdn").only("AWS::CloudFront::VpcOrigin").json());
    }

    @Test
    void tagsEveryOtherResourceBesideCloudFrontOneByOne() {
        Set<String> untagged = new TreeSet<>();
        for (Resource resource :
                Assembly.with("allowCidr=203.0.113.0/24", OWNER).stack("Cdn").all()) {
            if (resource.has("/Tags")) {
                assertEquals("compute-atlas", resource.attribute("/Tags", "project"), resource.logicalId());
                assertEquals("Cdn", resource.attribute("/Tags", "layer"), resource.logicalId());
                assertEquals("team-blue", resource.attribute("/Tags", "owner"), resource.logicalId());
            } else {
                untagged.add(resource.type());
            }
        }

        // But for those two, types without tags.
        assertEquals(
                Set.of(
                        "AWS::CloudFront::CachePolicy",
                        "AWS::CloudFront::Function",
                        "AWS::CloudFront::OriginAccessControl",
                        "AWS::CloudFront::ResponseHeadersPolicy",
                        "AWS::CloudFront::VpcOrigin",
                        "AWS::IAM::Policy",
                        "AWS::Lambda::LayerVersion",
                        "AWS::S3::BucketPolicy",
                        "Custom::CDKBucketDeployment",
                        "Custom::S3AutoDeleteObjects"),
                untagged);
    }

    /** What instances and tasks cost is on the bill under them, not under what started them. */
    @Test
    void reachesTasks() {
        assertEquals(
                "SERVICE", owned().stack("EcsFargate").only("AWS::ECS::Service").text("/PropagateTags"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ec2AutoScaling", "EksManagedNodes"})
    void reachesInstancesAndVolumes(String stack) {
        JsonNode specifications =
                owned().stack(stack).only("AWS::EC2::LaunchTemplate").get("/LaunchTemplateData/TagSpecifications");
        List<String> reached = List.of("instance", "volume");
        for (JsonNode specification : specifications) {
            assertTrue(reached.contains(specification.path("ResourceType").asText()));
            Map<String, String> tags = new TreeMap<>();
            specification
                    .path("Tags")
                    .forEach(tag ->
                            tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
            tags.remove("Name");
            assertEquals(tagsOfStack(owned(), stack), tags);
        }
        assertEquals(reached.size(), specifications.size());
    }

    private static Assembly owned() {
        return Assembly.with(OWNER);
    }

    private static Map<String, String> tagsOfStack(Assembly assembly, String stack) {
        Map<String, String> tags = new TreeMap<>();
        assembly.manifest()
                .at("/artifacts/" + stack + "/properties/tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        return tags;
    }
}
