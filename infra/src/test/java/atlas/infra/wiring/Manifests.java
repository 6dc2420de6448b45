package atlas.infra.wiring;

import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** The Kubernetes objects that a template has kubectl make, as they reach it; what a deployment knows reads {@code ${Id}}. */
final class Manifests {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Manifests() {}

    /** By kind and name, such as {@code Deployment app}. */
    static Map<String, JsonNode> of(Assembly assembly) {
        Map<String, JsonNode> objects = new TreeMap<>();
        for (Resource manifest : assembly.stack("EksManagedNodes").all("Custom::AWSCDK-EKS-KubernetesResource")) {
            for (JsonNode object : parsed(ValueText.of(manifest.get("/Manifest")))) {
                objects.put(
                        object.path("kind").asText() + " "
                                + object.at("/metadata/name").asText(),
                        object);
            }
        }
        return objects;
    }

    private static JsonNode parsed(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
