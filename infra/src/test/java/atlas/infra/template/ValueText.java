package atlas.infra.template;

import static atlas.infra.template.Json.elements;
import static atlas.infra.template.Json.sorted;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of a template on one line, without what changes by itself. A reference reads {@code ${Table.Arn}}, or
 * {@code ${Database/Table.Arn}} when another stack exports it; ids lose their hashes; every asset is {@code <asset>}.
 */
public final class ValueText {
    private static final Pattern ASSET = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final Pattern ID_HASH = Pattern.compile("(?<=\\w)[0-9A-F]{8}([0-9a-f]{32})?$");
    private static final Pattern EXPORTED_REF = Pattern.compile("Atlas(\\w+):ExportsOutputRef(\\w+?)[0-9A-F]{8}");
    private static final Pattern EXPORTED_ATTRIBUTE =
            Pattern.compile("Atlas(\\w+):ExportsOutputFnGetAtt(\\w+?)[0-9A-F]{8}(\\w+?)[0-9A-F]{8}");
    private static final int LONGEST = 400;

    private ValueText() {}

    public static String of(JsonNode value) {
        return joined(value, ", ");
    }

    /** The statements of a policy document, one a line, in the document's order. */
    public static List<String> statements(JsonNode policyDocument) {
        return elements(policyDocument.path("Statement"))
                .map(ValueText::statement)
                .toList();
    }

    /** {@code Vpc8378EB38} is {@code Vpc} to a reader. */
    public static String idWithoutHash(String logicalId) {
        return ID_HASH.matcher(logicalId).replaceFirst("");
    }

    static boolean isFunction(JsonNode value) {
        String name = value.isObject() && value.size() == 1 ? value.fieldNames().next() : "";
        return name.equals("Ref") || name.startsWith("Fn::");
    }

    private static String joined(JsonNode value, String separator) {
        if (value.isArray()) {
            return elements(value).map(ValueText::of).collect(joining(separator));
        }
        if (isFunction(value)) {
            return function(value.fieldNames().next(), value.elements().next());
        }
        if (value.isObject()) {
            return sorted(value).entrySet().stream()
                    .map(field -> field.getKey() + " " + of(field.getValue()))
                    .collect(joining(", "));
        }
        return scalar(value.asText());
    }

    private static String function(String name, JsonNode argument) {
        return switch (name) {
            case "Ref" -> "${" + idWithoutHash(argument.asText()) + "}";
            case "Fn::GetAtt" ->
                "${%s.%s}"
                        .formatted(
                                idWithoutHash(argument.get(0).asText()),
                                argument.get(1).asText());
            case "Fn::ImportValue" -> "${" + export(argument.asText()) + "}";
            case "Fn::Join" -> joined(argument.get(1), argument.get(0).asText());
            case "Fn::Sub" -> of(argument);
            default -> name.replace("Fn::", "") + "(" + of(argument) + ")";
        };
    }

    private static String export(String name) {
        Matcher attribute = EXPORTED_ATTRIBUTE.matcher(name);
        if (attribute.matches()) {
            return "%s/%s.%s".formatted(attribute.group(1), attribute.group(2), attribute.group(3));
        }
        Matcher ref = EXPORTED_REF.matcher(name);
        return ref.matches() ? ref.group(1) + "/" + idWithoutHash(ref.group(2)) : name;
    }

    private static String statement(JsonNode statement) {
        StringBuilder text =
                new StringBuilder(statement.path("Effect").asText()).append(' ').append(of(statement.path("Action")));
        if (statement.has("Resource")) {
            text.append(" on ").append(of(statement.path("Resource")));
        }
        if (statement.has("Principal")) {
            text.append(" to ").append(of(statement.path("Principal")));
        }
        if (statement.has("Condition")) {
            text.append(" if ").append(of(statement.path("Condition")));
        }
        return text.toString();
    }

    /** A script or a program is read in its own file, not in the middle of a template. */
    private static String scalar(String value) {
        return value.contains("\n") && value.length() > LONGEST
                ? "<%d lines>".formatted(value.lines().count())
                : ASSET.matcher(value).replaceAll("<asset>").replace("\n", "\\n");
    }
}
