package atlas.proof.rehearsal.seen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A resource of a template, and what CloudFormation says it became.
 *
 * @param ids physical ids of the stack's resources by logical id
 * @param exports values of all stacks' exports by name
 */
public record Placed(
        String logicalId,
        String type,
        String physicalId,
        JsonNode properties,
        Map<String, String> ids,
        Map<String, String> exports) {

    /** A property, with references followed to physical ids; empty when it cannot be told. */
    public String property(String name) {
        return value(properties.path(name));
    }

    private String value(JsonNode node) {
        if (node.isValueNode()) {
            return node.asText();
        }
        if (node.has("Ref")) {
            return ids.getOrDefault(node.path("Ref").asText(), "");
        }
        if (node.has("Fn::GetAtt")) {
            return ids.getOrDefault(node.path("Fn::GetAtt").path(0).asText(), "");
        }
        if (node.has("Fn::ImportValue")) {
            return exports.getOrDefault(node.path("Fn::ImportValue").asText(), "");
        }
        return node.isArray() && !node.isEmpty() ? value(node.get(0)) : "";
    }

    /** The last part of an ARN or of a path. */
    public String lastPart() {
        return physicalId.substring(Math.max(physicalId.lastIndexOf('/'), physicalId.lastIndexOf(':')) + 1);
    }
}
