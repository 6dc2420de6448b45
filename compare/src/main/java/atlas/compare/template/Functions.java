package atlas.compare.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Works CloudFormation's functions out as far as the template decides, and leaves the others as they stand. */
final class Functions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String OUTPUT = "Outputs.";

    private final Namespace names;
    private final JsonNode template;
    private final Neighbours neighbours;
    private final Growth growth;
    private final Parameters parameters;
    private final Conditions conditions;
    private final Texts texts;

    Functions(Namespace names, String region, JsonNode template, Neighbours neighbours, Growth growth) {
        this.names = names;
        this.template = template;
        this.neighbours = neighbours;
        this.growth = growth;
        parameters = new Parameters(template.path("Parameters"), region, neighbours);
        conditions = new Conditions(template.path("Conditions"), this);
        texts = new Texts(growth);
    }

    /** A resource whose condition nobody can tell beforehand may be created, and is counted. */
    boolean mayHold(JsonNode condition) {
        return !condition.isTextual() || conditions.named(condition.asText()).orElse(true);
    }

    /** @return the missing node where the template says AWS::NoValue */
    JsonNode resolve(JsonNode node) {
        growth.byValue();
        Optional<Map.Entry<String, JsonNode>> call = Intrinsics.callIn(node);
        if (call.isPresent()) {
            return resolve(call.get().getKey(), call.get().getValue());
        }
        if (node.isArray()) {
            ArrayNode list = JSON.arrayNode();
            node.forEach(element -> keep(resolve(element), list::add));
            return list;
        }
        if (node.isObject()) {
            ObjectNode object = JSON.objectNode();
            node.properties()
                    .forEach(field -> keep(resolve(field.getValue()), value -> object.set(field.getKey(), value)));
            return object;
        }
        return node;
    }

    private static void keep(JsonNode value, Consumer<JsonNode> into) {
        if (!value.isMissingNode()) {
            into.accept(value);
        }
    }

    private JsonNode resolve(String function, JsonNode argument) {
        return switch (function) {
            case Intrinsics.REF -> ref(argument);
            case Intrinsics.GET_ATT -> attribute(argument);
            case "Fn::If" -> choice(argument);
            case "Fn::FindInMap" -> mapped(resolve(argument));
            case "Fn::Sub" -> texts.substituted(argument, this::resolve);
            case "Fn::Join" -> texts.joined(resolve(argument));
            case "Fn::Split" -> texts.split(resolve(argument));
            case "Fn::Select" -> selected(resolve(argument));
            case "Fn::ImportValue" -> imported(resolve(argument));
            default -> Intrinsics.call(function, resolve(argument));
        };
    }

    private JsonNode ref(JsonNode name) {
        if (!name.isTextual()) {
            return Intrinsics.call(Intrinsics.REF, name);
        }
        return parameters.value(name.asText()).orElseGet(() -> {
            boolean ours = template.path("Resources").has(name.asText());
            return ours ? Intrinsics.ref(names.name(name.asText())) : Intrinsics.call(Intrinsics.REF, name);
        });
    }

    /** Written as one text with a dot, or as a list of two. */
    private JsonNode attribute(JsonNode path) {
        String[] parts = path.asText().split("\\.", 2);
        JsonNode resource = parts.length == 2 ? TextNode.valueOf(parts[0]) : path.path(0);
        JsonNode attribute = parts.length == 2 ? TextNode.valueOf(parts[1]) : resolve(path.path(1));
        if (!resource.isTextual() || attribute.isMissingNode()) {
            return Intrinsics.call(Intrinsics.GET_ATT, path);
        }
        return output(resource.asText(), attribute.asText())
                .orElseGet(() -> Intrinsics.attribute(names.name(resource.asText()), attribute));
    }

    private Optional<JsonNode> output(String resource, String attribute) {
        return attribute.startsWith(OUTPUT)
                ? neighbours.output(resource, attribute.substring(OUTPUT.length()))
                : Optional.empty();
    }

    private JsonNode choice(JsonNode argument) {
        Optional<Boolean> condition = conditions.named(argument.path(0).asText());
        return condition.isPresent()
                ? resolve(argument.path(condition.get() ? 1 : 2))
                : Intrinsics.call("Fn::If", resolve(argument));
    }

    /** Its default counts where a key is not there, not where nobody knows the key. */
    private JsonNode mapped(JsonNode keys) {
        JsonNode found = template.path("Mappings");
        for (int i = 0; i < 3; i++) {
            if (!keys.path(i).isValueNode()) {
                return Intrinsics.call("Fn::FindInMap", keys);
            }
            found = found.path(keys.path(i).asText());
        }
        if (found.isMissingNode()) {
            found = keys.path(3).path("DefaultValue");
        }
        return found.isMissingNode() ? Intrinsics.call("Fn::FindInMap", keys) : found;
    }

    private static JsonNode selected(JsonNode argument) {
        JsonNode index = argument.path(0);
        JsonNode found = index.asText().matches("\\d{1,9}") && argument.path(1).isArray()
                ? argument.path(1).path(Integer.parseInt(index.asText()))
                : Template.missing();
        return found.isMissingNode() ? Intrinsics.call("Fn::Select", argument) : found;
    }

    private JsonNode imported(JsonNode name) {
        Optional<JsonNode> value = name.isTextual() ? neighbours.exported(name.asText()) : Optional.empty();
        return value.orElseGet(() -> Intrinsics.call("Fn::ImportValue", name));
    }
}
