package atlas.compare.template;

import atlas.compare.BadInput;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.error.YAMLException;

/** A CloudFormation template as it lies on the disk, in JSON or in YAML, with YAML's short forms written out. */
final class TemplateFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final long MIB = 1024 * 1024;
    /** CloudFormation itself takes one. */
    private static final long MOST_MIB = 10;

    private TemplateFile() {}

    /**
     * @throws BadInput when there is no such file, when it is too large, or when it is no template
     */
    static JsonNode read(Path file) {
        JsonNode root = parse(file, text(file));
        if (!root.path("Resources").isObject()) {
            throw new BadInput("%s is not a CloudFormation template: it has no Resources".formatted(file));
        }
        return root;
    }

    /** Its size on the disk. */
    static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw new BadInput("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
        }
    }

    private static String text(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new BadInput("there is no file " + file);
            }
            if (Files.size(file) > MOST_MIB * MIB) {
                throw new BadInput("%s has %d MiB; CloudFormation takes 1, and no more than %d are read here"
                        .formatted(file, Files.size(file) / MIB, MOST_MIB));
            }
            return Files.readString(file);
        } catch (CharacterCodingException binary) {
            throw new BadInput("%s is not a CloudFormation template: it is not text".formatted(file));
        } catch (IOException unreadable) {
            throw new BadInput("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
        }
    }

    private static JsonNode parse(Path file, String text) {
        try {
            return text.stripLeading().startsWith("{") ? JSON.readTree(text) : JSON.valueToTree(new Yaml().read(text));
        } catch (JsonProcessingException broken) {
            throw new BadInput("%s is not JSON: %s".formatted(file, firstLine(broken.getOriginalMessage())));
        } catch (YAMLException | IllegalArgumentException broken) { // the second for what contains itself
            throw new BadInput("%s is not YAML: %s".formatted(file, firstLine(broken.getMessage())));
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("it cannot be read");
    }
}
