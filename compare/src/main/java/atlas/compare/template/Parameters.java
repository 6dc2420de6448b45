package atlas.compare.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** What {@code Ref} finds that is no resource: parameters by their defaults, and what AWS knows of any deployment. */
final class Parameters {
    private final JsonNode declared;
    private final String region;

    Parameters(JsonNode declared, String region) {
        this.declared = declared;
        this.region = region;
    }

    /** @return empty for what only a deployment knows; the missing node for AWS::NoValue */
    Optional<JsonNode> value(String name) {
        return switch (name) {
            case "AWS::NoValue" -> Optional.of(Template.missing());
            case "AWS::Region" -> Optional.of(TextNode.valueOf(region));
            case "AWS::Partition" -> Optional.of(TextNode.valueOf("aws"));
            case "AWS::URLSuffix" -> Optional.of(TextNode.valueOf("amazonaws.com"));
            default -> byDefault(declared.path(name));
        };
    }

    /** The default of a parameter that is looked up in SSM is where to look, not what is found. */
    private static Optional<JsonNode> byDefault(JsonNode parameter) {
        JsonNode value = parameter.path("Default");
        String type = parameter.path("Type").asText();
        if (!value.isValueNode() || type.startsWith("AWS::SSM::")) {
            return Optional.empty();
        }
        return Optional.of(
                type.equals("CommaDelimitedList") || type.startsWith("List<") ? list(value.asText()) : value);
    }

    private static ArrayNode list(String text) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String element : text.split(",")) {
            list.add(element.strip());
        }
        return list;
    }
}
