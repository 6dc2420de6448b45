package atlas.infra.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a synthesis wrote: its stacks, what each needs, and how many resources it has. */
final class CloudAssembly {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, Set<String>> dependencies = new TreeMap<>();
    private final Map<String, Integer> resources = new TreeMap<>();

    private CloudAssembly() {}

    static CloudAssembly in(Path folder) {
        CloudAssembly assembly = new CloudAssembly();
        JsonNode artifacts = json(folder.resolve("manifest.json")).path("artifacts");
        artifacts.properties().forEach(artifact -> {
            if (artifact.getValue().path("type").asText().equals("aws:cloudformation:stack")) {
                assembly.add(artifact.getKey(), artifact.getValue(), folder);
            }
        });
        return assembly;
    }

    private void add(String stack, JsonNode artifact, Path folder) {
        Set<String> needed = new TreeSet<>();
        artifact.path("dependencies").forEach(dependency -> needed.add(dependency.asText()));
        dependencies.put(stack, needed);
        Path template =
                folder.resolve(artifact.path("properties").path("templateFile").asText());
        resources.put(stack, json(template).path("Resources").size());
    }

    int size() {
        return dependencies.size();
    }

    /** The stack and all that must be deployed before it. */
    Set<String> stacksFor(String stack) {
        Set<String> reached = new TreeSet<>();
        reach(stack, reached);
        return reached;
    }

    int resourcesFor(String stack) {
        return stacksFor(stack).stream().mapToInt(resources::get).sum();
    }

    private void reach(String stack, Set<String> reached) {
        if (dependencies.containsKey(stack) && reached.add(stack)) {
            dependencies.get(stack).forEach(needed -> reach(needed, reached));
        }
    }

    private static JsonNode json(Path file) {
        try {
            return MAPPER.readTree(file.toFile());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
