package atlas.infra.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.infra.ProjectFiles;
import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.Resource;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others make and we run has one version, until somebody changes it here. Maven's own are held by its enforcer. */
class PinsTest {
    private static final String EXACT_TAG = ".+:v?\\d+\\.\\d+\\.\\d[\\w.-]*";
    private static final String EXACT_VERSION = "\\d+\\.\\d+\\.\\d+";

    /** A new one is worth a thought: who makes it, and who mends it. */
    private static final Set<String> IMAGES_OF_OTHERS = Set.of(
            "public.ecr.aws/amazoncorretto/amazoncorretto",
            "public.ecr.aws/aws-observability/aws-for-fluent-bit",
            "public.ecr.aws/cloudwatch-agent/cloudwatch-agent",
            "registry.k8s.io/kubectl");

    @Test
    void everyImageHasAnExactTag() throws IOException {
        assertEquals(
                List.of(),
                images().stream().filter(image -> !image.matches(EXACT_TAG)).toList());
    }

    @Test
    void imagesComeFromKnownPlaces() throws IOException {
        assertEquals(
                new TreeSet<>(IMAGES_OF_OTHERS),
                new TreeSet<>(images().stream()
                        .map(image -> image.replaceFirst(":.*", ""))
                        .toList()));
    }

    @Test
    void everyHelmChartHasAnExactVersion() {
        List<Resource> charts = Assembly.with().stack("EksManagedNodes").all("Custom::AWSCDK-EKS-HelmChart");

        assertEquals(2, charts.size());
        assertEquals(
                List.of(),
                charts.stream()
                        .filter(chart -> !chart.get("/Version").asText().matches(EXACT_VERSION))
                        .map(Resource::logicalId)
                        .toList());
    }

    @Test
    void everyNpmPackageHasAnExactVersion() throws IOException {
        JsonNode file = new ObjectMapper()
                .readTree(ProjectFiles.ROOT.resolve("package.json").toFile());
        List<String> loose = new ArrayList<>();
        for (String kind : List.of("dependencies", "devDependencies")) {
            file.path(kind).properties().forEach(entry -> {
                if (!entry.getValue().asText().matches(EXACT_VERSION)) {
                    loose.add(entry.getKey() + " " + entry.getValue().asText());
                }
            });
        }

        assertEquals(List.of(), loose);
    }

    /** Whoever takes over an action's repository can move its tags, but not make another commit of this hash. */
    @Test
    void everyActionIsNamedByItsCommit() {
        String workflow = Sources.text(ProjectFiles.ROOT.resolve(".github/workflows/ci.yml"));
        List<String> uses = Sources.found("uses: ([^\\n]+)", workflow);

        assertEquals(3, uses.size());
        assertEquals(
                List.of(),
                uses.stream()
                        .filter(action -> !action.matches("[\\w/-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"))
                        .toList());
    }

    /** Ours is left out: it is built, and called by the hash of what it is made of. */
    private static Set<String> images() throws IOException {
        Set<String> images = new TreeSet<>(Sources.found(
                "(?m)^ARG BASE_IMAGE=(\\S+)", Sources.text(ProjectFiles.ROOT.resolve("containers/Dockerfile"))));
        try (Stream<Path> manifests = Files.list(ProjectFiles.KUBERNETES)) {
            manifests.forEach(file -> images.addAll(Sources.found("\\bimage: (\\S+)", Sources.text(file))));
        }
        for (Assembly assembly : Assembly.all()) {
            assembly.stacks().stream()
                    .flatMap(stack -> stack.all("AWS::ECS::TaskDefinition").stream())
                    .flatMap(task -> Json.elements(task.get("/ContainerDefinitions")))
                    .forEach(container -> images.add(ValueText.of(container.path("Image"))));
        }
        images.removeIf(image -> image.contains("${"));
        return images;
    }
}
