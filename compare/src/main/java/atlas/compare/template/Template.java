package atlas.compare.template;

import atlas.compare.BadInput;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A CloudFormation template with its functions worked out as far as the template decides: parameters by their defaults,
 * mappings, conditions, joins and substitutions, and what another template of the same deployment exports. Nested stacks
 * whose templates are at hand are part of it.
 */
final class Template {
    /** Deeper than anybody nests, but for a template that nests itself. */
    private static final int DEEPEST = 5;

    private final Namespace names;
    private final JsonNode root;
    private final long bytes;
    private final Functions functions;
    private final Map<String, Template> nested = new LinkedHashMap<>();
    private final Set<String> outputsUnderway = new HashSet<>();

    private Template(
            Namespace names,
            String region,
            Path file,
            Map<String, JsonNode> exports,
            Function<String, Optional<JsonNode>> passed) {
        TemplateFile content = TemplateFile.read(file);
        this.names = names;
        root = content.root();
        bytes = content.bytes();
        functions = new Functions(
                names, region, root, new Surroundings(exports, passed, nested), new Growth(file.toString()));
        root.path("Resources").properties().forEach(entry -> NestedStacks.template(file, entry.getValue())
                .ifPresent(inner -> nested.put(entry.getKey(), inside(entry, region, inner, exports))));
    }

    /**
     * @param stack its name among others; empty for a template that stands alone
     * @param exports what the other templates export, by name; may still grow while templates are read
     */
    static Template read(String stack, String region, Path file, Map<String, JsonNode> exports) {
        return new Template(Namespace.of(stack), region, file, exports, parameter -> Optional.empty());
    }

    private Template inside(
            Map.Entry<String, JsonNode> stack, String region, Path file, Map<String, JsonNode> exports) {
        if (names.depth() == DEEPEST) {
            throw new BadInput("%s is nested more than %d deep".formatted(file, DEEPEST));
        }
        JsonNode parameters = stack.getValue().path("Properties").path("Parameters");
        return new Template(
                names.inside(stack.getKey()),
                region,
                file,
                exports,
                name -> parameters.has(name)
                        ? Optional.of(functions.resolve(parameters.path(name)))
                        : Optional.empty());
    }

    /** What it tells other templates, by the name under which they import it. */
    Map<String, JsonNode> exports() {
        Map<String, JsonNode> exports = new TreeMap<>();
        nested.values().forEach(inner -> exports.putAll(inner.exports()));
        root.path("Outputs").forEach(output -> {
            JsonNode name = functions.resolve(output.path("Export").path("Name"));
            if (name.isTextual() && functions.mayHold(output.path("Condition"))) {
                exports.put(name.asText(), functions.resolve(output.path("Value")));
            }
        });
        return exports;
    }

    /** What it tells the template around it; nothing where that would go round in a circle. */
    Optional<JsonNode> output(String name) {
        JsonNode value = root.path("Outputs").path(name).path("Value");
        if (value.isMissingNode() || !outputsUnderway.add(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(functions.resolve(value));
        } finally {
            outputsUnderway.remove(name);
        }
    }

    /** Those that are created: without a condition, or with one that does not turn out false. */
    List<Resource> resources() {
        List<Resource> resources = new ArrayList<>();
        root.path("Resources").properties().forEach(entry -> {
            JsonNode resource = entry.getValue();
            if (resource.path("Type").isTextual() && functions.mayHold(resource.path("Condition"))) {
                resources.add(new Resource(
                        names.name(entry.getKey()),
                        resource.path("Type").asText(),
                        new Value(functions.resolve(resource.path("Properties"))),
                        new Value(functions.resolve(lifecycle(resource)))));
                Optional.ofNullable(nested.get(entry.getKey())).ifPresent(inner -> resources.addAll(inner.resources()));
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

    /** Entries among the resources that are none, such as loops, and transforms that may bring more of them. */
    List<String> unread() {
        List<String> unread = new ArrayList<>();
        Transforms.unknown(root)
                .forEach(transform -> unread.add(names.name(transform).toString()));
        root.path("Resources").properties().stream()
                .filter(entry -> !entry.getValue().path("Type").isTextual())
                .forEach(entry -> unread.add(names.name(entry.getKey()).toString()));
        nested.values().forEach(inner -> unread.addAll(inner.unread()));
        return unread;
    }

    String description() {
        return root.path("Description").asText("");
    }

    Value metadata(String key) {
        return new Value(root.path("Metadata").path(key));
    }

    /** As it is sent to CloudFormation. */
    long bytes() {
        return bytes;
    }

    static JsonNode missing() {
        return JsonNodeFactory.instance.missingNode();
    }
}
