package atlas.proof.mistake;

import atlas.compare.BadInput;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The mistakes that are known, as {@code proof/mistakes.yaml} tells them. */
public final class Mistakes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Mistakes() {}

    /** @throws BadInput when the file cannot be read, or a mistake in it is none */
    public static List<Mistake> read(Path file) {
        JsonNode root;
        try {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            root = JSON.valueToTree(content);
        } catch (IOException unreadable) {
            throw new BadInput("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
        }
        List<Mistake> mistakes = new ArrayList<>();
        root.forEach(entry -> mistakes.add(mistake(entry)));
        return List.copyOf(mistakes);
    }

    private static Mistake mistake(JsonNode entry) {
        Map<String, JsonNode> changes = new LinkedHashMap<>();
        entry.path("change").properties().forEach(change -> changes.put(change.getKey(), change.getValue()));
        Map<String, List<String>> caught = new LinkedHashMap<>();
        entry.path("caught").properties().forEach(gate -> {
            List<String> rules = new ArrayList<>();
            gate.getValue().forEach(rule -> rules.add(rule.asText()));
            caught.put(gate.getKey(), List.copyOf(rules));
        });
        return new Mistake(
                entry.path("id").asText(),
                entry.path("mistake").asText(),
                changes,
                entry.path("breaks").asText(),
                caught);
    }
}
