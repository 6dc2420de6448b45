package atlas.proof.rehearsal.assembly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One stack of the cloud assembly.
 *
 * @param id what {@code cdk deploy} calls it
 * @param name what CloudFormation calls it
 * @param file the template's, in the assembly
 * @param needs ids of the stacks that must be deployed before
 */
public record StackTemplate(String id, String name, String region, String file, Set<String> needs, JsonNode template) {
    private static final ObjectMapper SORTED =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    /** The option whose stack it is, if it is one's. */
    public Optional<String> option() {
        JsonNode option = template.at("/Metadata/ComputeAtlas/option");
        return option.isTextual() ? Optional.of(option.asText()) : Optional.empty();
    }

    /** By logical id. */
    public Map<String, JsonNode> resources() {
        Map<String, JsonNode> resources = new TreeMap<>();
        template.path("Resources").properties().forEach(one -> resources.put(one.getKey(), one.getValue()));
        return resources;
    }

    /**
     * Tells whether a template is still the one that was rehearsed. Hashes do not count, neither of assets nor, in the name of
     * a function's version, of its code: a jar that was built again from other sources is no other template.
     */
    public String digest() {
        try {
            String text = SORTED.writeValueAsString(SORTED.treeToValue(template, Object.class))
                    .replaceAll("[0-9a-f]{32,}", "0");
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
