package atlas.compare.template;

import atlas.compare.BadInput;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The folder that a synthesis writes: templates, and a manifest that says what depends on what. */
final class CloudAssembly {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Set<Path> folders = new HashSet<>();
    private final Map<String, JsonNode> artifacts = new TreeMap<>();
    private final Map<String, Path> templates = new TreeMap<>();
    private final Map<String, Stack> stacks = new LinkedHashMap<>();

    private CloudAssembly() {}

    /**
     * @param region what AWS::Region stands for
     * @throws BadInput when the folder is none, or one of its templates cannot be read
     */
    static CloudAssembly in(Path folder, String region) {
        if (!Files.exists(folder)) {
            throw missing(folder);
        }
        CloudAssembly assembly = new CloudAssembly();
        assembly.collect(folder);
        if (assembly.templates.isEmpty()) {
            throw new BadInput("%s has no stacks".formatted(folder));
        }
        Map<String, JsonNode> exports = new TreeMap<>();
        Map<String, Template> read = new LinkedHashMap<>();
        for (String name : assembly.inOrder(assembly.templates.keySet())) {
            Template template = Template.read(name, region, assembly.templates.get(name), exports);
            exports.putAll(template.exports());
            read.put(name, template);
        }
        // Only now: stacks may import from each other without the manifest saying so, even in a circle.
        read.forEach((name, template) -> assembly.stacks.put(name, Stack.of(name, template)));
        return assembly;
    }

    /** Stages lie in folders of their own. */
    private void collect(Path folder) {
        if (!folders.add(folder.normalize())) {
            throw new BadInput("%s is a cloud assembly inside itself".formatted(folder));
        }
        manifest(folder).path("artifacts").properties().forEach(artifact -> {
            artifacts.put(artifact.getKey(), artifact.getValue());
            switch (artifact.getValue().path("type").asText()) {
                case "aws:cloudformation:stack" ->
                    templates.put(artifact.getKey(), named(folder, artifact.getValue(), "templateFile"));
                case "cdk:cloud-assembly" -> collect(named(folder, artifact.getValue(), "directoryName"));
                default -> {} // assets and trees create nothing
            }
        });
    }

    private static Path named(Path folder, JsonNode artifact, String property) {
        String name = artifact.path("properties").path(property).asText();
        try {
            return folder.resolve(name).normalize();
        } catch (InvalidPathException refused) {
            throw new BadInput("%s names no file: %s".formatted(folder.resolve("manifest.json"), name));
        }
    }

    static BadInput missing(Path folder) {
        return new BadInput("there is no folder %s; ./atlas synth --output %s writes it".formatted(folder, folder));
    }

    private static JsonNode manifest(Path folder) {
        Path file = folder.resolve("manifest.json");
        if (!Files.isRegularFile(file)) {
            throw new BadInput("%s is not a cloud assembly: it has no manifest.json".formatted(folder));
        }
        try {
            return MAPPER.readTree(file.toFile());
        } catch (JsonProcessingException broken) {
            throw new BadInput("%s is not JSON".formatted(file));
        } catch (IOException unreadable) {
            throw new BadInput("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
        }
    }

    /** Those that must be deployed before others first. */
    List<Stack> stacks() {
        return List.copyOf(stacks.values());
    }

    List<SetUp> options() {
        return stacks.values().stream()
                .flatMap(stack -> stack.unit().stream().map(unit -> setUp(stack, unit)))
                .sorted(Comparator.comparing(SetUp::id))
                .toList();
    }

    private SetUp setUp(Stack stack, Unit unit) {
        List<Stack> needed =
                inOrder(Set.of(stack.name())).stream().map(stacks::get).toList();
        String title = stack.description()
                .substring(stack.description().indexOf(':') + 1)
                .strip();
        return new SetUp(unit.option(), title, needed, Optional.of(unit));
    }

    /** The stacks named and all they need, each after what it needs. */
    private List<String> inOrder(Set<String> names) {
        Set<String> reached = new LinkedHashSet<>();
        Set<String> underway = new LinkedHashSet<>();
        names.forEach(name -> reach(name, reached, underway));
        List<String> inOrder = new ArrayList<>(reached);
        inOrder.retainAll(templates.keySet());
        return inOrder;
    }

    private void reach(String artifact, Set<String> reached, Set<String> underway) {
        if (artifacts.containsKey(artifact) && !reached.contains(artifact) && underway.add(artifact)) {
            artifacts
                    .get(artifact)
                    .path("dependencies")
                    .forEach(dependency -> reach(dependency.asText(), reached, underway));
            reached.add(artifact);
        }
    }
}
