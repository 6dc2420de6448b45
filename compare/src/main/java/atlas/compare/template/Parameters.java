package atlas.compare.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** What {@code Ref} finds that is no resource: parameters, and what AWS knows of any deployment. */
final class Parameters {
    private final JsonNode declared;
    private final String region;
    private final Neighbours neighbours;

    Parameters(JsonNode declared, String region, Neighbours neighbours) {
        this.declared = declared;
        this.region = region;
        this.neighbours = neighbours;
    }

    /**
     * What the template around it passes, or else the default.
     *
     * @return empty for what only a deployment knows; the missing node for AWS::NoValue
     */
    Optional<JsonNode> value(String name) {
        return switch (name) {
            case "AWS::NoValue" -> Optional.of(Template.missing());
            case "AWS::Region" -> Optional.of(TextNode.valueOf(region));
            case "AWS::Partition" -> Optional.of(TextNode.valueOf("aws"));
            case "AWS::URLSuffix" -> Optional.of(TextNode.valueOf("amazonaws.com"));
            default -> declared.has(name) ? declared(name) : Optional.empty();
        };
    }

    private Optional<JsonNode> declared(String name) {
        JsonNode parameter = declared.path(name);
        String type = parameter.path("Type").asText();
        boolean isList = type.equals("CommaDelimitedList") || type.startsWith("List<");
        return neighbours
                .passed(name)
                .or(() -> byDefault(parameter.path("Default"), type))
                .map(value -> isList && value.isValueNode() ? list(value.asText()) : value);
    }

    /** The default of a parameter that is looked up in SSM is where to look, not what is found. */
    private static Optional<JsonNode> byDefault(JsonNode value, String type) {
        return value.isValueNode() && !value.isNull() && !type.startsWith("AWS::SSM::")
                ? Optional.of(value)
                : Optional.empty();
    }

    private static ArrayNode list(String text) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String element : text.split(",")) {
            list.add(element.strip());
        }
        return list;
    }
}
