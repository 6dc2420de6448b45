package atlas.compare.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A CloudFormation template with its functions worked out as far as the template decides: parameters by their defaults,
 * mappings, conditions, joins and substitutions, and what another template of the same deployment exports.
 */
final class Template {
    private final String stack;
    private final JsonNode root;
    private final Functions functions;

    /**
     * @param stack its name among others; empty for a template that stands alone
     * @param exports what the other templates export, by name; may still grow while templates are read
     */
    Template(String stack, String region, JsonNode root, Map<String, JsonNode> exports) {
        this.stack = stack;
        this.root = root;
        functions = new Functions(stack, region, root, exports);
    }

    static Template read(String stack, String region, Path file, Map<String, JsonNode> exports) {
        return new Template(stack, region, TemplateFile.read(file), exports);
    }

    /** What it tells other templates, by the name under which they import it. */
    Map<String, JsonNode> exports() {
        Map<String, JsonNode> exports = new TreeMap<>();
        root.path("Outputs").forEach(output -> {
            JsonNode name = functions.resolve(output.path("Export").path("Name"));
            if (name.isTextual()) {
                exports.put(name.asText(), functions.resolve(output.path("Value")));
            }
        });
        return exports;
    }

    /** Those that are created: without a condition, or with one that does not turn out false. */
    List<Resource> resources() {
        List<Resource> resources = new ArrayList<>();
        root.path("Resources").properties().forEach(entry -> {
            JsonNode resource = entry.getValue();
            if (resource.path("Type").isTextual() && functions.mayHold(resource.path("Condition"))) {
                resources.add(new Resource(
                        new Reference(stack, entry.getKey()),
                        resource.path("Type").asText(),
                        new Value(functions.resolve(resource.path("Properties"))),
                        new Value(functions.resolve(lifecycle(resource)))));
            }
        });
        return resources;
    }

    private static JsonNode lifecycle(JsonNode resource) {
        ObjectNode lifecycle = JsonNodeFactory.instance.objectNode();
        resource.properties().stream()
                .filter(attribute -> attribute.getKey().endsWith("Policy"))
                .forEach(policy -> lifecycle.set(policy.getKey(), policy.getValue()));
        return lifecycle;
    }

    /** Entries among the resources that are none, such as loops of a transform. */
    List<String> unread() {
        return root.path("Resources").properties().stream()
                .filter(entry -> !entry.getValue().path("Type").isTextual())
                .map(Map.Entry::getKey)
                .toList();
    }

    String description() {
        return root.path("Description").asText("");
    }

    Value metadata(String key) {
        return new Value(root.path("Metadata").path(key));
    }

    static JsonNode missing() {
        return JsonNodeFactory.instance.missingNode();
    }
}
