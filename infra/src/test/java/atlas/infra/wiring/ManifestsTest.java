package atlas.infra.wiring;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.ProjectFiles;
import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StorageClass;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests as kubectl gets them, against Kubernetes' own types: what those refuse, the cluster would. */
class ManifestsTest {
    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("v1 Namespace", V1Namespace.class),
            Map.entry("v1 Service", V1Service.class),
            Map.entry("v1 ServiceAccount", V1ServiceAccount.class),
            Map.entry("apps/v1 Deployment", V1Deployment.class),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler.class),
            Map.entry("batch/v1 CronJob", V1CronJob.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class),
            Map.entry("policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class),
            Map.entry("rbac.authorization.k8s.io/v1 Role", V1Role.class),
            Map.entry("rbac.authorization.k8s.io/v1 RoleBinding", V1RoleBinding.class),
            Map.entry("storage.k8s.io/v1 StorageClass", V1StorageClass.class));

    private static final String BINDING = "elbv2.k8s.aws/v1beta1 TargetGroupBinding";

    static Stream<JsonNode> objects() {
        return Stream.of(Assembly.with(), Assembly.with("profile=production"), Assembly.with("offHours=stop"))
                .flatMap(assembly -> Manifests.of(assembly).values().stream());
    }

    @ParameterizedTest
    @MethodSource("objects")
    void isWhatKubernetesTakes(JsonNode object) {
        if (!typeOf(object).equals(BINDING)) {
            assertTrue(TYPES.containsKey(typeOf(object)), () -> "an unknown type, " + typeOf(object));
            assertDoesNotThrow(() -> parse(object), object::toPrettyString);
        }
    }

    /** Else the test above would prove nothing. */
    @ParameterizedTest
    @MethodSource("objects")
    void isRefusedWithAFieldThatThereIsNot(JsonNode object) {
        if (!typeOf(object).equals(BINDING)) {
            ObjectNode misspelt = object.deepCopy();
            ((ObjectNode) misspelt.path("metadata")).put("nmae", "app");

            assertThrows(IllegalArgumentException.class, () -> parse(misspelt));
        }
    }

    @Test
    void isRefusedWithAFieldAtTheWrongDepth() {
        ObjectNode deployment = deployment().deepCopy();
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0/readinessProbe")).put("path", "/health");

        assertThrows(IllegalArgumentException.class, () -> parse(deployment));
    }

    /** Its type belongs to the controller: fields of its definition in version 3.5.0, and no word about networking. */
    @Test
    void bindsTheTargetGroupAndLeavesSecurityGroupsAlone() {
        JsonNode binding = of("TargetGroupBinding app");

        assertEquals(BINDING, typeOf(binding));
        assertEquals(Set.of("serviceRef", "targetGroupARN", "targetType"), fields(binding.path("spec")));
        assertEquals(Set.of("name", "port"), fields(binding.at("/spec/serviceRef")));
        assertEquals("${RouteTargets}", binding.at("/spec/targetGroupARN").asText());
        assertEquals(
                Assembly.with().stack("EksManagedNodes").named("RouteTargets").text("/TargetType"),
                binding.at("/spec/targetType").asText());
    }

    /** Templates name resources in another manner: {@code ${RouteTargets}}. */
    @ParameterizedTest
    @MethodSource("objects")
    void leavesNoBlank(JsonNode object) {
        assertFalse(object.toString().matches(".*\\$\\{[A-Z_]+}.*"), object::toPrettyString);
    }

    @Test
    void bringsEveryFileThatThereIs() throws IOException {
        try (Stream<Path> files = Files.list(ProjectFiles.KUBERNETES)) {
            assertEquals(
                    files.count(),
                    Assembly.with()
                            .stack("EksManagedNodes")
                            .all("Custom::AWSCDK-EKS-KubernetesResource")
                            .size());
        }
        assertEquals(
                Stream.of(
                                "CronJob evening, CronJob morning, Deployment app, HorizontalPodAutoscaler app",
                                "Namespace atlas, NetworkPolicy app, PodDisruptionBudget app, Role off-hours",
                                "RoleBinding off-hours, Service app, ServiceAccount app, ServiceAccount off-hours",
                                "StorageClass ebs, StorageClass efs, TargetGroupBinding app")
                        .collect(Collectors.joining(", ")),
                String.join(", ", Manifests.of(Assembly.with()).keySet()));
    }

    /** A job that changes what it is told to leave alone would be worse than none. */
    @Test
    void runsByTheClockOnlyWhereTheClockCounts() {
        Map<String, JsonNode> objects = Manifests.of(Assembly.with("offHours=run"));

        assertFalse(objects.containsKey("CronJob evening"));
        assertTrue(objects.containsKey("Deployment app"));
    }

    private static void parse(JsonNode object) {
        JSON.getGson().fromJson(object.toString(), TYPES.get(typeOf(object)));
    }

    private static String typeOf(JsonNode object) {
        return object.path("apiVersion").asText() + " " + object.path("kind").asText();
    }

    private static Set<String> fields(JsonNode object) {
        return new TreeSet<>(Json.sorted(object).keySet());
    }

    private static JsonNode deployment() {
        return of("Deployment app");
    }

    private static JsonNode of(String kindAndName) {
        return Manifests.of(Assembly.with()).get(kindAndName);
    }
}
