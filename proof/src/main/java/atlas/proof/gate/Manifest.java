package atlas.proof.gate;

import atlas.compare.BadInput;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cloud assembly says of its stacks. */
final class Manifest {
    private static final Pattern ENVIRONMENT = Pattern.compile("aws://[^/]+/(?<region>(?!unknown)[a-z0-9-]+)");

    private Manifest() {}

    /** Those of its stages, which lie in folders of their own, too. */
    static List<StackTemplate> stacksIn(Path folder) {
        List<StackTemplate> stacks = new ArrayList<>();
        read(folder.resolve("manifest.json")).path("artifacts").properties().forEach(artifact -> {
            JsonNode properties = artifact.getValue().path("properties");
            switch (artifact.getValue().path("type").asText()) {
                case "aws:cloudformation:stack" ->
                    stacks.add(new StackTemplate(
                            artifact.getKey(),
                            folder.resolve(properties.path("templateFile").asText()),
                            region(artifact.getValue().path("environment").asText())));
                case "cdk:cloud-assembly" ->
                    stacks.addAll(stacksIn(
                            folder.resolve(properties.path("directoryName").asText())));
                default -> {} // assets and trees are no templates
            }
        });
        return stacks;
    }

    private static String region(String environment) {
        Matcher known = ENVIRONMENT.matcher(environment);
        return known.matches() ? known.group("region") : StackTemplate.ANY_REGION;
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new BadInput("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
        }
    }
}
