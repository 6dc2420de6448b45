package atlas.proof.rehearsal.assembly;

import atlas.compare.BadInput;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The folder that a synthesis writes, with the stacks that the CDK deploys from it. */
public final class Assembly {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String STACK = "aws:cloudformation:stack";

    private final Path folder;
    private final Map<String, StackTemplate> stacks;

    private Assembly(Path folder, Map<String, StackTemplate> stacks) {
        this.folder = folder;
        this.stacks = stacks;
    }

    /** @throws BadInput if it is none */
    public static Assembly in(Path folder) {
        try {
            JsonNode artifacts =
                    MAPPER.readTree(folder.resolve("manifest.json").toFile()).path("artifacts");
            Map<String, StackTemplate> stacks = new TreeMap<>();
            for (Map.Entry<String, JsonNode> artifact : artifacts.properties()) {
                if (artifact.getValue().path("type").asText().equals(STACK)) {
                    stacks.put(artifact.getKey(), stack(folder, artifacts, artifact.getKey()));
                }
            }
            return new Assembly(folder, stacks);
        } catch (IOException unreadable) {
            throw new BadInput("%s is no cloud assembly: %s".formatted(folder, unreadable.getMessage()));
        }
    }

    private static StackTemplate stack(Path folder, JsonNode artifacts, String id) throws IOException {
        JsonNode artifact = artifacts.path(id);
        String file = artifact.path("properties").path("templateFile").asText();
        Set<String> needs = new TreeSet<>();
        artifact.path("dependencies").forEach(need -> {
            if (artifacts.path(need.asText()).path("type").asText().equals(STACK)) {
                needs.add(need.asText());
            }
            artifacts.path(need.asText()).path("dependencies").forEach(one -> {
                if (artifacts.path(one.asText()).path("type").asText().equals(STACK)) {
                    needs.add(one.asText());
                }
            });
        });
        return new StackTemplate(
                id,
                artifact.path("properties").path("stackName").asText(id),
                artifact.path("environment").asText().replaceFirst(".*/", ""),
                file,
                needs,
                MAPPER.readTree(folder.resolve(file).toFile()));
    }

    public Path folder() {
        return folder;
    }

    public List<StackTemplate> stacks() {
        return List.copyOf(stacks.values());
    }

    /** The stack and all it needs, each after what it needs. */
    public List<StackTemplate> deploying(String id) {
        Set<String> inOrder = new LinkedHashSet<>();
        reach(id, inOrder);
        List<StackTemplate> found = new ArrayList<>();
        inOrder.forEach(one -> found.add(stacks.get(one)));
        return found;
    }

    private void reach(String id, Set<String> inOrder) {
        if (!inOrder.contains(id)) {
            stacks.get(id).needs().forEach(need -> reach(need, inOrder));
            inOrder.add(id);
        }
    }

    /** The same in another folder, which is written anew. */
    public Assembly copyTo(Path other) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = other.resolve(folder.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return in(other);
    }
}
