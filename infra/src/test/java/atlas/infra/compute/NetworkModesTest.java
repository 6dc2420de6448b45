package atlas.infra.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkModesTest {
    private static StackTemplate stack;

    @BeforeAll
    static void synthesize() {
        stack = Assembly.with().stack("EcsEc2");
    }

    @Test
    void areAllShown() {
        Set<String> modes = stack.all("AWS::ECS::TaskDefinition").stream()
                .map(task -> task.text("/NetworkMode"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of("awsvpc", "bridge", "host", "none"), modes);
    }

    /** They are there to be run by hand: no service, so nothing to pay. */
    @Test
    void runOnlyWhenAsked() {
        assertEquals("${Task}", stack.only("AWS::ECS::Service").text("/TaskDefinition"));
    }

    @Test
    void drawWithNoNetworkIntoAFolderOfTheInstance() {
        Resource task = stack.named("NetworkModesNone");

        assertEquals("none", task.text("/NetworkMode"));
        assertEquals("atlas.containers.Batch", task.text("/ContainerDefinitions/0/Command"));
        assertEquals("Host SourcePath /var/lib/compute-atlas, Name shards", task.text("/Volumes"));
        assertEquals(
                "ContainerPath /shards, ReadOnly false, SourceVolume shards",
                task.text("/ContainerDefinitions/0/MountPoints"));
        assertEquals("/shards", variable(task, "ATLAS_DATA_DIR"));
        // With a bucket it would call S3, and nothing answers.
        assertFalse(task.text("/ContainerDefinitions/0/Environment").contains("ATLAS_BUCKET"));
        assertEquals(List.of(), policiesOf("NetworkModesNoneTaskRole"));
    }

    @Test
    void measureTheInstanceFromItsOwnNetwork() throws IOException {
        Resource task = stack.named("NetworkModesHost");
        JsonNode metrics =
                new ObjectMapper().readTree(variable(task, "CW_CONFIG_CONTENT")).path("metrics");

        assertEquals("host", task.text("/NetworkMode"));
        assertFalse(task.has("/ContainerDefinitions/0/PortMappings"), "nobody calls it");
        assertEquals(
                "[\"bytes_recv\",\"bytes_sent\"]",
                metrics.at("/metrics_collected/net/measurement").toString());
        assertEquals(
                List.of("Allow cloudwatch:PutMetricData on * if StringEquals cloudwatch:namespace "
                        + metrics.path("namespace").asText()),
                policiesOf("NetworkModesHostTaskRole"));
        assertTrue(
                task.text("/ContainerDefinitions/0/Image")
                        .matches("public\\.ecr\\.aws/cloudwatch-agent/cloudwatch-agent:\\d+\\.\\d+\\.\\d+b\\d+"),
                "is pinned");
    }

    @Test
    void storeByAnInterfaceThatNobodyReaches() {
        Resource task = stack.named("NetworkModesAwsvpc");
        Resource group = stack.named("NetworkModesAwsvpcGroup");

        assertEquals("awsvpc", task.text("/NetworkMode"));
        assertEquals("atlas.containers.Batch", task.text("/ContainerDefinitions/0/Command"));
        assertEquals("${Storage/Posters}", variable(task, "ATLAS_BUCKET"));
        assertEquals("us-east-1", variable(task, "AWS_REGION"));
        assertFalse(group.has("/SecurityGroupIngress"));
        assertEquals(
                List.of("Allow s3:PutObject on ${Storage/Posters.Arn}/posters/*"),
                policiesOf("NetworkModesAwsvpcTaskRole"));
    }

    /** Half a poster each time, by default the first: what is run twice gives the same image at the same place. */
    @ParameterizedTest
    @ValueSource(strings = {"NetworkModesNone", "NetworkModesAwsvpc"})
    void drawAShardOfAPoster(String name) {
        Resource task = stack.named(name);

        assertEquals("{\"zoom\":2,\"x\":0,\"y\":1,\"columns\":4,\"rows\":2}", variable(task, "ATLAS_POSTER"));
        assertEquals("2", variable(task, "ATLAS_SHARDS"));
        assertEquals("0", variable(task, "AWS_BATCH_JOB_ARRAY_INDEX"));
        assertEquals("true", task.text("/ContainerDefinitions/0/ReadonlyRootFilesystem"));
    }

    private static String variable(Resource task, String name) {
        return task.attributeByName("/ContainerDefinitions/0/Environment", name);
    }

    private static List<String> policiesOf(String role) {
        return stack.all("AWS::IAM::Policy").stream()
                .filter(policy -> policy.text("/Roles").equals("${" + role + "}"))
                .flatMap(policy -> policy.statements().stream())
                .toList();
    }
}
