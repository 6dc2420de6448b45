package atlas.proof.check;

import atlas.proof.gate.Finding;
import atlas.proof.gate.StackTemplate;
import atlas.proof.gate.Templates;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Where in the CDK app a logical id comes from: a name that says more, and stays when a hash changes. */
final class ConstructPaths {
    private final Map<String, String> paths = new TreeMap<>();

    private ConstructPaths() {}

    static ConstructPaths of(Templates templates) {
        ConstructPaths paths = new ConstructPaths();
        templates.stacks().forEach(paths::add);
        return paths;
    }

    private void add(StackTemplate template) {
        String name = template.file().getFileName().toString().replace(".template.json", ".metadata.json");
        Path metadata = template.file().resolveSibling(name);
        if (metadata.equals(template.file()) || !Files.exists(metadata)) {
            return;
        }
        read(metadata).properties().forEach(construct -> construct.getValue().forEach(entry -> {
            if (entry.path("type").asText().equals("aws:cdk:logicalId")) {
                paths.put(
                        template.stack() + "/" + entry.path("data").asText(),
                        construct.getKey().substring(1));
            }
        }));
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String of(Finding finding) {
        if (finding.resource().isEmpty()) {
            return finding.stack() + "/template";
        }
        String logical = finding.stack() + "/" + finding.resource();
        return paths.getOrDefault(logical, logical);
    }
}
