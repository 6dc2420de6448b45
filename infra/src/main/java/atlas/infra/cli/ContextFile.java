package atlas.infra.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The context in cdk.json: feature flags, and settings somebody made for good. */
public final class ContextFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ContextFile() {}

    public static Map<String, Object> read(Path cdkJson) {
        try {
            return MAPPER.convertValue(
                    MAPPER.readTree(cdkJson.toFile()).path("context"), new TypeReference<TreeMap<String, Object>>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
