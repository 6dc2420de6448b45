package atlas.infra.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sandbox goes without a trace, production data stays: one look over all templates for each. */
class TeardownTest {
    private static final Set<String> KEPT = Set.of("Retain", "RetainExceptOnCreate", "Snapshot");

    static Stream<Assembly> sandboxes() {
        return Stream.of(
                Assembly.with(),
                Assembly.with("allowCidr=203.0.113.0/24"),
                Assembly.with("domain=atlas.example.com", "zoneId=Z0123456789ABCDEFGHIJ"));
    }

    static Stream<Assembly> all() {
        return Stream.concat(sandboxes(), Stream.of(Assembly.with("profile=production")));
    }

    @ParameterizedTest
    @MethodSource("sandboxes")
    void keepsNothingOfASandbox(Assembly assembly) {
        assertEquals(List.of(), kept(assembly));
    }

    /** Its name servers stand at the registrar, so it is let go of, not deleted; docs/leftovers.md says so. */
    @Test
    void keepsTheUndelegatedZoneAlone() {
        assertEquals(List.of("Dns UndelegatedZone"), kept(Assembly.with("domain=atlas.example.com")));
    }

    /** CloudFormation deletes neither a bucket nor a repository that has something in it. */
    @ParameterizedTest
    @MethodSource("sandboxes")
    void emptiesEveryBucketAndRepository(Assembly assembly) {
        for (StackTemplate stack : assembly.stacks()) {
            List<String> emptied = stack.all("Custom::S3AutoDeleteObjects").stream()
                    .map(resource -> resource.get("/BucketName/Ref").asText())
                    .sorted()
                    .toList();
            assertEquals(
                    stack.all("AWS::S3::Bucket").stream()
                            .map(Resource::logicalId)
                            .sorted()
                            .toList(),
                    emptied);
            stack.all("AWS::ECR::Repository")
                    .forEach(repository ->
                            assertTrue(repository.get("/EmptyOnDelete").asBoolean(), repository.logicalId()));
        }
    }

    @ParameterizedTest
    @MethodSource("sandboxes")
    void guardsNothingOfASandboxAgainstItsDeletion(Assembly assembly) {
        assertEquals(List.of(), guarded(assembly));
    }

    @Test
    void keepsWhatHoldsDataInProduction() {
        assertEquals(
                List.of(
                        "Cdn AccessLogsBucket",
                        "Database Jobs",
                        "EksManagedNodes SharedFilesFileSystem",
                        "Registry Images",
                        "Storage Posters",
                        "Web AccessLogs"),
                kept(Assembly.with("profile=production")));
    }

    @Test
    void guardsProductionAgainstItsDeletion() {
        Assembly production = Assembly.with("profile=production");
        List<String> expected =
                new ArrayList<>(List.of("Database Jobs", "EksManagedNodes ControlPlaneCluster", "Web LoadBalancer"));
        expected.addAll(production.stackIds());

        assertEquals(expected, guarded(production));
    }

    /** The way it does where nobody says so: CloudFormation uses the role again when somebody else deletes the stack. */
    @ParameterizedTest
    @MethodSource("all")
    void deploysEveryStackWithTheBootstrapExecutionRole(Assembly assembly) {
        for (String stack : assembly.stackIds()) {
            String role =
                    property(assembly, stack, "cloudFormationExecutionRoleArn").asText();
            assertTrue(role.contains("role/cdk-hnb659fds-cfn-exec-role-"), stack + " has " + role);
        }
    }

    private static List<String> kept(Assembly assembly) {
        Set<String> kept = new TreeSet<>();
        for (String stack : assembly.stackIds()) {
            for (Resource resource : assembly.stack(stack).all()) {
                if (KEPT.contains(resource.json().path("DeletionPolicy").asText())
                        || KEPT.contains(
                                resource.json().path("UpdateReplacePolicy").asText())) {
                    kept.add(stack + " " + resource.name());
                }
            }
        }
        return List.copyOf(kept);
    }

    /** Resources first, then stacks. */
    private static List<String> guarded(Assembly assembly) {
        List<String> guarded = new ArrayList<>();
        for (String stack : assembly.stackIds()) {
            for (Resource resource : assembly.stack(stack).all()) {
                String text = resource.json().toString();
                if (text.contains("\"DeletionProtectionEnabled\":true")
                        || text.contains("\"DeletionProtection\":true")
                        || text.contains("{\"Key\":\"deletion_protection.enabled\",\"Value\":\"true\"}")) {
                    guarded.add(stack + " " + resource.name());
                }
            }
        }
        assembly.stackIds().stream()
                .filter(stack ->
                        property(assembly, stack, "terminationProtection").asBoolean())
                .forEach(guarded::add);
        return guarded;
    }

    private static JsonNode property(Assembly assembly, String stack, String name) {
        return assembly.manifest().at("/artifacts/" + stack + "/properties/" + name);
    }
}
