package atlas.infra.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the CDK CLI reads before it builds, pushes and deploys. */
class ImageSynthesizerTest {
    private static Assembly assembly;
    private static JsonNode artifacts;

    @BeforeAll
    static void synthesize() {
        assembly = Assembly.with();
        artifacts = assembly.manifest().path("artifacts");
    }

    /** Without it the CLI asks for the repository before anything is deployed, and fails on an empty account. */
    @Test
    void buildsAndPushesAfterTheRepositoryIsThere() {
        assertEquals(List.of("Registry"), dependencies("EcsFargate.assets"));
        assertTrue(dependencies("EcsFargate").containsAll(List.of("Registry", "EcsFargate.assets")));
    }

    @Test
    void keepsOtherStacksFromWaiting() {
        for (String stack : assembly.stackIds()) {
            if (!List.of("EcsEc2", "EcsFargate", "EksManagedNodes").contains(stack)) {
                assertEquals(List.of(), dependencies(stack + ".assets"), stack);
            }
        }
    }

    @Test
    void describesItsManifestLikeTheOthers() {
        JsonNode stock = artifacts.path("Network.assets").path("properties");
        JsonNode ours = artifacts.path("EcsFargate.assets").path("properties");

        assertEquals("EcsFargate.assets.json", ours.path("file").asText());
        assertEquals(stock.path("requiresBootstrapStackVersion"), ours.path("requiresBootstrapStackVersion"));
        assertEquals(stock.path("bootstrapStackVersionSsmParameter"), ours.path("bootstrapStackVersionSsmParameter"));
    }

    @Test
    void deploysWithTheRolesOfTheBootstrap() {
        for (String stack : assembly.stackIds()) {
            JsonNode properties = artifacts.path(stack).path("properties");
            assertEquals(
                    bootstrapRole("deploy"), properties.path("assumeRoleArn").asText());
            assertEquals(
                    bootstrapRole("cfn-exec"),
                    properties.path("cloudFormationExecutionRoleArn").asText());
        }
    }

    @Test
    void pushesToTheRepositoryThatRegistryMakes() {
        JsonNode image = onlyImage();
        JsonNode destination = image.path("destinations").elements().next();

        assertEquals(
                assembly.stack("Registry").only("AWS::ECR::Repository").text("/RepositoryName"),
                destination.path("repositoryName").asText());
        assertEquals("us-east-1", destination.path("region").asText());
    }

    /** The role that the manifest names is the one that the repository's policy lets in. */
    @Test
    void pushesAsTheRoleThatTheRepositoryLetsIn() {
        String admitted = assembly.stack("Registry")
                .only("AWS::ECR::Repository")
                .text("/RepositoryPolicyText/Statement/0/Principal/AWS")
                .replace("${AWS::Region}", "us-east-1");

        assertEquals(
                admitted,
                onlyImage()
                        .path("destinations")
                        .elements()
                        .next()
                        .path("assumeRoleArn")
                        .asText());
    }

    @Test
    void runsTheVeryImageThatItPushes() {
        String tag = onlyImage()
                .path("destinations")
                .elements()
                .next()
                .path("imageTag")
                .asText();
        JsonNode image =
                assembly.stack("EcsFargate").only("AWS::ECS::TaskDefinition").get("/ContainerDefinitions/0/Image");

        assertEquals(
                "${AWS::AccountId}.dkr.ecr.us-east-1.${AWS::URLSuffix}/compute-atlas:" + tag,
                image.path("Fn::Sub").asText());
        assertFalse(ValueText.of(image).contains("cdk-hnb659fds"));
    }

    private static JsonNode onlyImage() {
        JsonNode images = assembly.read("EcsFargate.assets.json").path("dockerImages");
        assertEquals(1, images.size());
        return images.elements().next();
    }

    private static List<String> dependencies(String artifact) {
        return Json.elements(artifacts.path(artifact).path("dependencies"))
                .map(JsonNode::asText)
                .toList();
    }

    private static String bootstrapRole(String name) {
        return ("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/cdk-hnb659fds-%s-role-${AWS::AccountId}-us-east-1")
                .formatted(name);
    }
}
