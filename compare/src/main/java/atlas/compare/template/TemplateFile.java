package atlas.compare.template;

import atlas.compare.BadInput;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A CloudFormation template as it lies on the disk, in JSON or in YAML, with YAML's short forms written out.
 *
 * @param root its content, with functions as they stand
 * @param bytes as CloudFormation would get them
 */
public record TemplateFile(JsonNode root, long bytes) {
    /** Deeper than any template, and far from the end of the stack. */
    static final int DEEPEST = 100;

    private static final int MIB = 1024 * 1024;
    private static final int MOST_MIB = 10;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * @param file one on the disk, or what a shell puts in its place for {@code <(cdk synth)}
     * @throws BadInput when there is no such file, when it is too large, or when it is no template
     */
    public static TemplateFile read(Path file) {
        byte[] bytes = bytes(file);
        JsonNode root = parse(file, text(file, bytes));
        if (!root.path("Resources").isObject()) {
            throw new BadInput("%s is not a CloudFormation template: it has no Resources".formatted(file));
        }
        return new TemplateFile(Serverless.writtenOut(root), bytes.length);
    }

    private static byte[] bytes(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(MOST_MIB * MIB + 1);
            if (bytes.length > MOST_MIB * MIB) {
                throw new BadInput("%s has more than %d MiB; CloudFormation takes 1".formatted(file, MOST_MIB));
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw new BadInput("there is no file " + file);
        } catch (AccessDeniedException denied) {
            throw new BadInput("%s cannot be read: permission denied".formatted(file));
        } catch (FileSystemException refused) {
            throw new BadInput("%s cannot be read: %s".formatted(file, refused.getReason()));
        } catch (IOException broken) {
            throw new BadInput("%s cannot be read: %s".formatted(file, broken.getMessage()));
        }
    }

    private static String text(Path file, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException binary) {
            throw new BadInput("%s is not a CloudFormation template: it is not text in UTF-8".formatted(file));
        }
    }

    private static JsonNode parse(Path file, String text) {
        try {
            return text.stripLeading().startsWith("{") ? JSON.readTree(text) : new Yaml().read(text);
        } catch (JsonProcessingException broken) {
            throw new BadInput("%s is not JSON: %s".formatted(file, problem(broken)));
        } catch (MarkedYAMLException broken) {
            throw new BadInput("%s is not YAML: %s at line %d"
                    .formatted(
                            file,
                            firstLine(broken.getProblem()),
                            broken.getProblemMark().getLine() + 1));
        } catch (YAMLException broken) {
            throw new BadInput("%s is not YAML: %s".formatted(file, firstLine(broken.getMessage())));
        }
    }

    private static String problem(JsonProcessingException broken) {
        String problem = firstLine(broken.getOriginalMessage())
                .replaceFirst(" \\(start marker at .*", "")
                .replaceFirst(", from `[^`]*`", "");
        return broken.getLocation() == null
                ? problem
                : "%s at line %d".formatted(problem, broken.getLocation().getLineNr());
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("it cannot be read");
    }
}
