package atlas.compare.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** How CloudFormation's functions look in JSON. */
final class Intrinsics {
    static final String REF = "Ref";
    static final String GET_ATT = "Fn::GetAtt";
    /** What AWS itself knows of a deployment, such as {@code AWS::AccountId}. */
    static final String PSEUDO = "AWS::";

    private Intrinsics() {}

    /** Name and argument, when the node is a function's call: an object with that one field. */
    static Optional<Map.Entry<String, JsonNode>> callIn(JsonNode node) {
        if (!node.isObject() || node.size() != 1) {
            return Optional.empty();
        }
        Map.Entry<String, JsonNode> field = node.properties().iterator().next();
        return field.getKey().equals(REF) || field.getKey().startsWith("Fn::") ? Optional.of(field) : Optional.empty();
    }

    static ObjectNode call(String name, JsonNode argument) {
        return JsonNodeFactory.instance.objectNode().set(name, argument);
    }

    static ObjectNode ref(Reference resource) {
        return call(REF, JsonNodeFactory.instance.textNode(resource.toString()));
    }

    static ObjectNode attribute(Reference resource, JsonNode name) {
        return call(
                GET_ATT,
                JsonNodeFactory.instance.arrayNode().add(resource.toString()).add(name));
    }

    static Optional<Reference> referenceIn(JsonNode node) {
        return callIn(node)
                .flatMap(call -> switch (call.getKey()) {
                    case REF -> Optional.of(call.getValue());
                    case GET_ATT -> Optional.of(call.getValue().path(0));
                    default -> Optional.<JsonNode>empty();
                })
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(name -> !name.startsWith(PSEUDO))
                .map(Reference::parse);
    }
}
