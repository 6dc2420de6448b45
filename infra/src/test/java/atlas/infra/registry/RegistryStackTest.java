package atlas.infra.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RegistryStackTest {
    private static StackTemplate sandbox;
    private static StackTemplate production;

    @BeforeAll
    static void synthesize() {
        sandbox = Assembly.with().stack("Registry");
        production = Assembly.with("profile=production").stack("Registry");
    }

    @Test
    void neverLetsATagMeanAnotherImage() {
        assertEquals("IMMUTABLE", images(sandbox).text("/ImageTagMutability"));
    }

    @Test
    void looksForVulnerabilitiesOnPush() {
        assertEquals("true", images(sandbox).text("/ImageScanningConfiguration/ScanOnPush"));
    }

    @Test
    void keepsTheNewestImages() throws JsonProcessingException {
        JsonNode rules = new ObjectMapper()
                .readTree(images(sandbox).text("/LifecyclePolicy/LifecyclePolicyText"))
                .path("rules");

        assertEquals(
                "countNumber 10, countType imageCountMoreThan, tagStatus any",
                ValueText.of(rules.path(0).path("selection")));
        assertEquals("type expire", ValueText.of(rules.path(0).path("action")));
    }

    /** ECR refuses a policy in which a rule for any tag is not the last one. */
    @Test
    void asksForAnyTagLast() throws JsonProcessingException {
        JsonNode rules = new ObjectMapper()
                .readTree(images(sandbox).text("/LifecyclePolicy/LifecyclePolicyText"))
                .path("rules");
        List<JsonNode> inOrder = Json.elements(rules)
                .sorted((one, other) -> Integer.compare(
                        one.path("rulePriority").asInt(),
                        other.path("rulePriority").asInt()))
                .toList();

        for (int i = 0; i < inOrder.size() - 1; i++) {
            assertTrue(!inOrder.get(i).at("/selection/tagStatus").asText().equals("any"), rules::toString);
        }
    }

    @Test
    void isPushedToByCdkDeployAndNobodyElse() {
        assertEquals(
                List.of("Allow ecr:BatchCheckLayerAvailability, ecr:BatchGetImage, ecr:CompleteLayerUpload,"
                        + " ecr:DescribeImages, ecr:DescribeRepositories, ecr:GetDownloadUrlForLayer,"
                        + " ecr:InitiateLayerUpload, ecr:PutImage, ecr:UploadLayerPart to AWS"
                        + " arn:${AWS::Partition}:iam::${AWS::AccountId}:role/cdk-hnb659fds-image-publishing-role"
                        + "-${AWS::AccountId}-${AWS::Region}"),
                ValueText.statements(images(sandbox).get("/RepositoryPolicyText")));
    }

    @Test
    void knowsTheRoleOfAnotherBootstrap() {
        StackTemplate registry = Assembly.with("@aws-cdk/core:bootstrapQualifier=acme", "options=ecs-fargate")
                .stack("Registry");

        assertTrue(
                images(registry)
                        .text("/RepositoryPolicyText/Statement/0/Principal")
                        .contains(":role/cdk-acme-image-publishing-role-"),
                images(registry).text("/RepositoryPolicyText/Statement/0/Principal"));
    }

    @Test
    void keepsImagesInProduction() {
        assertEquals("Retain", images(production).json().path("DeletionPolicy").asText());
        assertEquals("false", images(production).text("/EmptyOnDelete"));
    }

    @Test
    void leavesNothingBehindInTheSandbox() {
        assertEquals("Delete", images(sandbox).json().path("DeletionPolicy").asText());
        assertEquals("true", images(sandbox).text("/EmptyOnDelete"));
    }

    private static Resource images(StackTemplate registry) {
        return registry.only("AWS::ECR::Repository");
    }
}
