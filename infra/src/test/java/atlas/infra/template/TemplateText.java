package atlas.infra.template;

import static atlas.infra.template.Json.elements;
import static atlas.infra.template.Json.sorted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A template as a person would write it down: sorted, a property a line, a policy statement a line, and without what the
 * CDK puts into every template. Two versions of it make a diff that can be reviewed.
 */
public final class TemplateText {
    private static final int LONGEST_GROUP = 160;
    private static final Pattern KUBERNETES_OBJECT =
            Pattern.compile("\"kind\":\"(\\w+)\",\"metadata\":\\{\"name\":\"([\\w-]+)\"");

    private final List<String> lines = new ArrayList<>();

    private TemplateText() {}

    public static String of(JsonNode template) {
        TemplateText text = new TemplateText();
        text.lines.add(template.path("Description").asText());
        if (template.has("Metadata")) {
            text.add("Metadata", template.path("Metadata"));
        }
        resourcesByName(template.path("Resources")).forEach(text::addResource);
        text.lines.add("");
        sorted(template.path("Outputs")).forEach(text::addOutput);
        return String.join("\n", text.lines) + "\n";
    }

    /** Without hashes, but where two resources would then have one name. */
    private static Map<String, JsonNode> resourcesByName(JsonNode resources) {
        Map<String, JsonNode> byName = new TreeMap<>();
        resources.properties().forEach(resource -> {
            String name = ValueText.idWithoutHash(resource.getKey());
            byName.put(byName.containsKey(name) ? resource.getKey() : name, resource.getValue());
        });
        return byName;
    }

    private void addResource(String name, JsonNode resource) {
        lines.add("");
        lines.add(name + " = " + resource.path("Type").asText());
        sorted(resource.path("Properties")).forEach(this::add);
        Map<String, JsonNode> attributes = sorted(resource);
        attributes.keySet().removeAll(List.of("Type", "Properties"));
        if (resource.path("UpdateReplacePolicy").equals(resource.path("DeletionPolicy"))) {
            attributes.remove("UpdateReplacePolicy");
        }
        attributes.computeIfPresent("DependsOn", (attribute, ids) -> withoutHashes(ids));
        attributes.forEach(this::add);
    }

    private void addOutput(String name, JsonNode output) {
        String value = ValueText.of(output.path("Value"));
        lines.add(output.has("Export") ? "export " + value : "output " + name + ": " + value);
    }

    private void add(String path, JsonNode value) {
        if (path.equals("DashboardBody")) {
            DashboardText.of(ValueText.of(value)).forEach(line -> lines.add("  " + path + ": " + line));
        } else if (value.path("Statement").isArray()) {
            ValueText.statements(value).forEach(statement -> lines.add("  " + path + ": " + statement));
        } else if (value.path("Fn::Base64").isObject()) {
            add(path + " in base64", value.path("Fn::Base64"));
        } else if (value.path("Fn::Sub").isArray()) {
            lines.add("  " + path + ": " + ValueText.of(value.path("Fn::Sub").get(0)));
            sorted(value.path("Fn::Sub").get(1)).forEach((blank, content) -> add(path + " ${" + blank + "}", content));
        } else if (isOneLine(value)) {
            lines.add("  " + path + ": " + kubernetesObjectsByName(ValueText.of(value)));
        } else if (isNamedValues(value)) {
            namedValues(value).forEach((name, content) -> add(path + "[" + name + "]", content));
        } else if (value.isObject()) {
            sorted(value).forEach((key, content) -> add(path + "." + key, content));
        } else {
            for (int i = 0; i < value.size(); i++) {
                add(path + "[" + i + "]", value.get(i));
            }
        }
    }

    /** Manifests are reviewed in their own files, and their blanks tested one by one. */
    private static String kubernetesObjectsByName(String text) {
        return text.startsWith("[{\"apiVersion\":")
                ? KUBERNETES_OBJECT
                        .matcher(text)
                        .results()
                        .map((MatchResult object) -> object.group(1) + " " + object.group(2))
                        .collect(Collectors.joining(", "))
                : text;
    }

    /** A value without structure, a list of such values, or a few of them with names. */
    private static boolean isOneLine(JsonNode value) {
        return isPlain(value)
                || elements(value).allMatch(TemplateText::isPlain)
                        && (value.isArray() || ValueText.of(value).length() <= LONGEST_GROUP);
    }

    private static boolean isPlain(JsonNode value) {
        return value.isValueNode() || value.isEmpty() || ValueText.isFunction(value);
    }

    /** Tags, attributes, variables: lists whose elements have a name and a value. */
    private static boolean isNamedValues(JsonNode list) {
        return list.isArray()
                && elements(list)
                        .allMatch(element -> element.size() == 2
                                && (element.has("Key") || element.has("Name"))
                                && (element.has("Value") || element.has("ValueFrom")));
    }

    private static Map<String, JsonNode> namedValues(JsonNode list) {
        Map<String, JsonNode> values = new TreeMap<>();
        list.forEach(element -> values.put(
                element.path("Key").asText(element.path("Name").asText()),
                element.has("Value") ? element.path("Value") : element.path("ValueFrom")));
        return values;
    }

    private static JsonNode withoutHashes(JsonNode logicalIds) {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        elements(logicalIds)
                .map(JsonNode::asText)
                .map(ValueText::idWithoutHash)
                .sorted()
                .forEach(names::add);
        return names;
    }
}
