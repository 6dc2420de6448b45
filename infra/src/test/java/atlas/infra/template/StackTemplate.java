package atlas.infra.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awscdk.assertions.Template;

/** One stack's template, asked for its resources. */
public final class StackTemplate {
    private final String id;
    private final JsonNode json;

    StackTemplate(String id, JsonNode json) {
        this.id = id;
        this.json = json;
    }

    public JsonNode json() {
        return json;
    }

    /** For the CDK's own assertions. */
    public Template assertions() {
        return Template.fromString(json.toString());
    }

    public List<Resource> all() {
        return json.path("Resources").properties().stream()
                .map(entry -> new Resource(entry.getKey(), entry.getValue()))
                .toList();
    }

    public List<Resource> all(String type) {
        return all().stream().filter(resource -> resource.type().equals(type)).toList();
    }

    public Resource only(String type) {
        List<Resource> found = all(type);
        if (found.size() != 1) {
            throw new AssertionError("%s has %d of %s, not one".formatted(id, found.size(), type));
        }
        return found.get(0);
    }

    /** @param name the logical id without its hash */
    public Resource named(String name) {
        return all().stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s has no %s, only %s"
                        .formatted(id, name, all().stream().map(Resource::name).toList())));
    }

    /**
     * Everything that must exist before a resource, because it says so or names it, and so on. CloudFormation deletes the other
     * way round.
     *
     * @return logical ids
     */
    public Set<String> needs(String logicalId) {
        Set<String> all = new TreeSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(logicalId));
        while (!waiting.isEmpty()) {
            JsonNode resource = json.path("Resources").path(waiting.pop());
            Stream.of(
                            resource.findValuesAsText("Ref").stream(),
                            resource.findValues("Fn::GetAtt").stream()
                                    .map(attribute -> attribute.path(0).asText()),
                            Json.elements(resource.path("DependsOn")).map(JsonNode::asText))
                    .flatMap(ids -> ids)
                    .filter(all::add)
                    .forEach(waiting::push);
        }
        return all;
    }

    public String output(String name) {
        return ValueText.of(json.path("Outputs").path(name).path("Value"));
    }

    /** What other stacks may import, as text. */
    public List<String> exports() {
        return Json.sorted(json.path("Outputs")).values().stream()
                .filter(output -> output.has("Export"))
                .map(output -> ValueText.of(output.path("Value")))
                .toList();
    }

    public Map<String, JsonNode> parameters() {
        return Json.sorted(json.path("Parameters"));
    }
}
