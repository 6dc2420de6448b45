package atlas.compare.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions that make texts of texts. */
final class Texts {
    private static final String JOIN = "Fn::Join";
    private static final String SPLIT = "Fn::Split";
    private static final String SUB = "Fn::Sub";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Growth growth;

    Texts(Growth growth) {
        this.growth = growth;
    }

    /** @param argument worked out already; what is not text yet keeps it from being joined */
    JsonNode joined(JsonNode argument) {
        JsonNode separator = argument.path(0);
        if (!separator.isValueNode() || !argument.path(1).isArray()) {
            return Intrinsics.call(JOIN, argument);
        }
        if (argument.path(1).size() == 1) {
            return argument.path(1).path(0);
        }
        List<String> parts = new ArrayList<>();
        for (JsonNode part : argument.path(1)) {
            if (!part.isValueNode()) {
                return Intrinsics.call(JOIN, argument);
            }
            parts.add(part.asText());
            growth.by(part.asText().length() + separator.asText().length());
        }
        return TextNode.valueOf(String.join(separator.asText(), parts));
    }

    /** What was joined with the same separator comes apart again, even where its parts are not known. */
    JsonNode split(JsonNode argument) {
        String separator = argument.path(0).asText();
        JsonNode text = argument.path(1);
        if (text.path(JOIN).path(0).asText().equals(separator)
                && text.path(JOIN).path(1).isArray()) {
            return text.path(JOIN).path(1);
        }
        if (!text.isValueNode() || separator.isEmpty()) {
            return Intrinsics.call(SPLIT, argument);
        }
        ArrayNode parts = JSON.arrayNode();
        for (String part : text.asText().split(Pattern.quote(separator), -1)) {
            parts.add(part);
        }
        return parts;
    }

    /** Turned into a join, which then is one text, or keeps its references visible. */
    JsonNode substituted(JsonNode argument, UnaryOperator<JsonNode> resolve) {
        JsonNode text = argument.isArray() ? argument.path(0) : argument;
        if (!text.isTextual()) {
            return Intrinsics.call(SUB, argument);
        }
        JsonNode variables = argument.path(1);
        ArrayNode parts = JSON.arrayNode();
        Matcher matcher = VARIABLE.matcher(text.asText());
        int end = 0;
        for (MatchResult variable : matcher.results().toList()) {
            add(parts, text.asText().substring(end, variable.start()));
            if (variable.group(1).isEmpty()) {
                JsonNode value = resolve.apply(value(variable.group(2).strip(), variables));
                if (!value.isMissingNode()) {
                    parts.add(value);
                }
            } else {
                add(parts, "${" + variable.group(2) + "}");
            }
            end = variable.end();
        }
        add(parts, text.asText().substring(end));
        return joined(JSON.arrayNode().add("").add(parts));
    }

    private static void add(ArrayNode parts, String text) {
        if (!text.isEmpty()) {
            parts.add(text);
        }
    }

    private static JsonNode value(String name, JsonNode variables) {
        if (variables.has(name)) {
            return variables.path(name);
        }
        return Intrinsics.call(name.contains(".") ? Intrinsics.GET_ATT : Intrinsics.REF, TextNode.valueOf(name));
    }
}
