package atlas.compare.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works CloudFormation's functions out as far as the template decides, and leaves the others as they stand. */
final class Functions {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String stack;
    private final JsonNode template;
    private final Map<String, JsonNode> exports;
    private final Parameters parameters;
    private final Conditions conditions;

    Functions(String stack, String region, JsonNode template, Map<String, JsonNode> exports) {
        this.stack = stack;
        this.template = template;
        this.exports = exports;
        parameters = new Parameters(template.path("Parameters"), region);
        conditions = new Conditions(template.path("Conditions"), this);
    }

    /** A resource whose condition nobody can tell beforehand may be created, and is counted. */
    boolean mayHold(JsonNode condition) {
        return !condition.isTextual() || conditions.named(condition.asText()).orElse(true);
    }

    /** @return the missing node where the template says AWS::NoValue */
    JsonNode resolve(JsonNode node) {
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

    private static void keep(JsonNode value, java.util.function.Consumer<JsonNode> into) {
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
            case "Fn::Join" -> joined(resolve(argument));
            case "Fn::Split" -> split(resolve(argument));
            case "Fn::Select" -> selected(resolve(argument));
            case "Fn::Sub" -> substituted(argument);
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
            return ours ? Intrinsics.ref(new Reference(stack, name.asText())) : Intrinsics.call(Intrinsics.REF, name);
        });
    }

    private JsonNode attribute(JsonNode path) {
        String[] parts = path.isTextual() ? path.asText().split("\\.", 2) : new String[] {};
        JsonNode resource = path.isTextual() ? TextNode.valueOf(parts[0]) : path.path(0);
        JsonNode attribute = path.isTextual() ? TextNode.valueOf(parts[parts.length - 1]) : resolve(path.path(1));
        return resource.isTextual()
                ? Intrinsics.attribute(new Reference(stack, resource.asText()), attribute)
                : Intrinsics.call(Intrinsics.GET_ATT, path);
    }

    private JsonNode choice(JsonNode argument) {
        Optional<Boolean> condition = conditions.named(argument.path(0).asText());
        return condition.isPresent()
                ? resolve(argument.path(condition.get() ? 1 : 2))
                : Intrinsics.call("Fn::If", resolve(argument));
    }

    private JsonNode mapped(JsonNode keys) {
        JsonNode found = template.path("Mappings");
        for (int i = 0; i < 3; i++) {
            found = found.path(keys.path(i).isValueNode() ? keys.path(i).asText() : "");
        }
        if (found.isMissingNode()) {
            found = keys.path(3).path("DefaultValue");
        }
        return found.isMissingNode() ? Intrinsics.call("Fn::FindInMap", keys) : found;
    }

    private static JsonNode joined(JsonNode argument) {
        List<String> parts = new ArrayList<>();
        for (JsonNode part : argument.path(1)) {
            if (!part.isValueNode()) {
                return Intrinsics.call("Fn::Join", argument);
            }
            parts.add(part.asText());
        }
        return argument.path(1).isArray()
                ? TextNode.valueOf(String.join(argument.path(0).asText(), parts))
                : Intrinsics.call("Fn::Join", argument);
    }

    private static JsonNode split(JsonNode argument) {
        String separator = argument.path(0).asText();
        if (!argument.path(1).isValueNode() || separator.isEmpty()) {
            return Intrinsics.call("Fn::Split", argument);
        }
        ArrayNode parts = JSON.arrayNode();
        for (String part : argument.path(1).asText().split(Pattern.quote(separator), -1)) {
            parts.add(part);
        }
        return parts;
    }

    private static JsonNode selected(JsonNode argument) {
        JsonNode index = argument.path(0);
        JsonNode found = index.asText().matches("\\d{1,9}") && argument.path(1).isArray()
                ? argument.path(1).path(Integer.parseInt(index.asText()))
                : Template.missing();
        return found.isMissingNode() ? Intrinsics.call("Fn::Select", argument) : found;
    }

    /** Turned into a join, which then is one text, or keeps its references visible. */
    private JsonNode substituted(JsonNode argument) {
        String text = (argument.isArray() ? argument.path(0) : argument).asText();
        JsonNode variables = argument.isArray() ? argument.path(1) : Template.missing();
        ArrayNode parts = JSON.arrayNode();
        Matcher matcher = VARIABLE.matcher(text);
        int end = 0;
        for (MatchResult variable : matcher.results().toList()) {
            parts.add(text.substring(end, variable.start()));
            parts.add(variable(variable.group(1), variable.group(2), variables));
            end = variable.end();
        }
        parts.add(text.substring(end));
        return joined(JSON.arrayNode().add("").add(parts));
    }

    private JsonNode variable(String literally, String name, JsonNode variables) {
        if (!literally.isEmpty()) {
            return TextNode.valueOf("${" + name + "}");
        }
        if (variables.has(name)) {
            return resolve(variables.path(name));
        }
        return name.contains(".") ? attribute(TextNode.valueOf(name)) : ref(TextNode.valueOf(name));
    }

    private JsonNode imported(JsonNode name) {
        JsonNode value = name.isTextual() ? exports.get(name.asText()) : null;
        return value == null ? Intrinsics.call("Fn::ImportValue", name) : value;
    }
}
