package atlas.infra.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.ProjectFiles;
import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The manifests against the image, the template and each other: names, ports and times that have to be the same. */
class PodsTest {
    private static final int SPOT_NOTICE_SECONDS = 120;

    private static StackTemplate stack;
    private static Map<String, JsonNode> objects;
    private static JsonNode pod;
    private static JsonNode container;

    @BeforeAll
    static void read() {
        stack = Assembly.with().stack("EksManagedNodes");
        objects = Manifests.of(Assembly.with());
        pod = objects.get("Deployment app").at("/spec/template");
        container = pod.at("/spec/containers/0");
    }

    @Test
    void runsTheImageOfFargate() {
        assertEquals(
                ValueText.of(Assembly.with()
                        .stack("EcsFargate")
                        .only("AWS::ECS::TaskDefinition")
                        .get("/ContainerDefinitions/0/Image")),
                container.path("image").asText().replaceAll("\\b[0-9a-f]{64}\\b", "<asset>"));
    }

    /** Each of them picks the pods by these labels; one that differs would pick none, and nobody would notice. */
    @Test
    void isPickedByEverybodyWhoMeansIt() {
        JsonNode labels = pod.at("/metadata/labels");
        JsonNode name = objects.get("Service app").at("/spec/selector");

        assertEquals("app", name.path("app.kubernetes.io/name").asText());
        name.properties().forEach(label -> assertEquals(label.getValue(), labels.path(label.getKey())));
        for (JsonNode selector : List.of(
                objects.get("Deployment app").at("/spec/selector/matchLabels"),
                objects.get("PodDisruptionBudget app").at("/spec/selector/matchLabels"),
                objects.get("NetworkPolicy app").at("/spec/podSelector/matchLabels"),
                pod.at("/spec/topologySpreadConstraints/0/labelSelector/matchLabels"),
                pod.at("/spec/topologySpreadConstraints/1/labelSelector/matchLabels"))) {
            assertEquals(name, selector);
        }
        assertEquals(
                "Deployment",
                objects.get("HorizontalPodAutoscaler app")
                        .at("/spec/scaleTargetRef/kind")
                        .asText());
        assertEquals(
                "app",
                objects.get("HorizontalPodAutoscaler app")
                        .at("/spec/scaleTargetRef/name")
                        .asText());
        assertEquals(
                "app",
                objects.get("TargetGroupBinding app")
                        .at("/spec/serviceRef/name")
                        .asText());
    }

    /** The network policy compares the service's port with the pods', so all of them are one. */
    @Test
    void listensWhereEverybodyAsks() throws IOException {
        String port = container.at("/ports/0/containerPort").asText();

        assertTrue(dockerfile().contains("EXPOSE " + port + "\n"));
        assertEquals(port, objects.get("Service app").at("/spec/ports/0/port").asText());
        assertEquals(
                port, objects.get("Service app").at("/spec/ports/0/targetPort").asText());
        assertEquals(
                port,
                objects.get("TargetGroupBinding app")
                        .at("/spec/serviceRef/port")
                        .asText());
        assertEquals(
                port,
                objects.get("NetworkPolicy app")
                        .at("/spec/ingress/0/ports/0/port")
                        .asText());
        assertEquals(port, stack.named("RouteTargets").text("/Port"));
        Resource in = stack.all("AWS::EC2::SecurityGroupIngress").stream()
                .filter(rule -> rule.text("/GroupId").equals("${ControlPlaneCluster.ClusterSecurityGroupId}"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(port, port), List.of(in.text("/FromPort"), in.text("/ToPort")));
        assertEquals("${Web/LoadBalancerGroup.GroupId}", in.text("/SourceSecurityGroupId"));
    }

    @Test
    void isAskedForItsHealthWhereTheLoadBalancerAsks() {
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            JsonNode request = container.path(probe).path("httpGet");
            assertEquals(
                    stack.named("RouteTargets").text("/HealthCheckPath"),
                    request.path("path").asText(),
                    probe);
            assertEquals(container.at("/ports/0/name"), request.path("port"), probe);
        }
    }

    /** Kubernetes cannot tell from a name that a user is not root. */
    @Test
    void isTheImagesUserAndNothingMore() throws IOException {
        JsonNode user = pod.at("/spec/securityContext");

        assertTrue(dockerfile()
                .contains("USER %s:%s\n"
                        .formatted(
                                user.path("runAsUser").asText(),
                                user.path("runAsGroup").asText())));
        assertEquals("RuntimeDefault", user.at("/seccompProfile/type").asText());
        assertTrue(user.path("runAsNonRoot").asBoolean());
        assertEquals(
                "allowPrivilegeEscalation false, capabilities drop ALL, readOnlyRootFilesystem true",
                ValueText.of(container.path("securityContext")));
        assertEquals(
                "restricted",
                objects.get("Namespace atlas")
                        .at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                        .asText());
    }

    /** Pause, drain and what is in flight, before anybody is killed and before Spot takes the node. */
    @Test
    void hasTimeToDrain() {
        int pause = container.at("/lifecycle/preStop/sleep/seconds").asInt();
        int grace = pod.at("/spec/terminationGracePeriodSeconds").asInt();
        int stopTimeout = Assembly.with()
                .stack("EcsFargate")
                .only("AWS::ECS::TaskDefinition")
                .get("/ContainerDefinitions/0/StopTimeout")
                .asInt();
        long drain = ((Duration) CodeSettings.ofServer(name -> null).read("drain")).toSeconds();

        assertTrue(stopTimeout > drain, "what ECS gives");
        assertEquals(pause + stopTimeout, grace, "the pause, and what ECS gives");
        assertTrue(grace < SPOT_NOTICE_SECONDS);
        assertTrue(grace
                > Integer.parseInt(stack.named("RouteTargets")
                        .attribute("/TargetGroupAttributes", "deregistration_delay.timeout_seconds")));
    }

    /** The binding, and so the readiness gate, must be there before the pods: they are told of it when they are made. */
    @Test
    void isReadyWhenTheLoadBalancerSaysSo() {
        assertEquals(
                "enabled",
                objects.get("Namespace atlas")
                        .at("/metadata/labels/elbv2.k8s.aws~1pod-readiness-gate-inject")
                        .asText());
        assertTrue(stack.needs(stack.named("ManifestsApp").logicalId())
                .contains(stack.named("ManifestsNetwork").logicalId()));
        Resource waiting = stack.named("ManifestsAvailable");
        assertEquals("deployment", waiting.text("/ObjectType"));
        assertEquals("app", waiting.text("/ObjectName"));
        assertEquals("atlas", waiting.text("/ObjectNamespace"));
        assertEquals(".status.availableReplicas", waiting.text("/JsonPath"));
    }

    /** Otherwise a pod would have the node's rights, or none. */
    @Test
    void hasTheRoleOfItsServiceAccount() {
        Resource association = stack.named("AppAssociation");

        assertEquals(pod.at("/spec/serviceAccountName").asText(), association.text("/ServiceAccount"));
        assertEquals(objects.get("Deployment app").at("/metadata/namespace").asText(), association.text("/Namespace"));
        assertEquals("${AppRole.Arn}", association.text("/RoleArn"));
        assertEquals(
                "false",
                objects.get("ServiceAccount app")
                        .path("automountServiceAccountToken")
                        .asText());
        assertEquals(
                "HttpPutResponseHopLimit 1, HttpTokens required",
                stack.only("AWS::EC2::LaunchTemplate").text("/LaunchTemplateData/MetadataOptions"));
    }

    /** Credentials, names, and AWS by HTTPS: without the first of them every call of the app fails. */
    @Test
    void mayCallWhatItNeedsAndNoMore() {
        List<String> egress = Json.elements(objects.get("NetworkPolicy app").at("/spec/egress"))
                .map(ValueText::of)
                .toList();

        assertEquals(
                List.of(
                        "ports port 53, protocol UDP, port 53, protocol TCP, to namespaceSelector matchLabels"
                                + " kubernetes.io/metadata.name kube-system, podSelector matchLabels k8s-app kube-dns",
                        "ports port 80, protocol TCP, to ipBlock cidr 169.254.170.23/32",
                        "ports port 443, protocol TCP"),
                egress);
    }

    /** A single pod may be moved; the autoscaler alone says how many there are. */
    @Test
    void standsInNobodysWay() {
        assertEquals(
                "1",
                objects.get("PodDisruptionBudget app")
                        .at("/spec/maxUnavailable")
                        .asText());
        assertFalse(objects.get("Deployment app").path("spec").has("replicas"), "each deployment would undo scaling");
        assertEquals(
                "maxSurge 1, maxUnavailable 50%",
                ValueText.of(objects.get("Deployment app").at("/spec/strategy/rollingUpdate")));
    }

    private static String dockerfile() throws IOException {
        return Files.readString(Path.of(ProjectFiles.IMAGE, "Dockerfile"));
    }
}
