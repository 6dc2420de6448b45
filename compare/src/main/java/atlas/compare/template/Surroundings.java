package atlas.compare.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Those around one template: stacks before it, the template it is nested in, and those nested in it. */
record Surroundings(
        Map<String, JsonNode> exports, Function<String, Optional<JsonNode>> passing, Map<String, Template> nested)
        implements Neighbours {

    @Override
    public Optional<JsonNode> exported(String name) {
        return Optional.ofNullable(exports.get(name));
    }

    @Override
    public Optional<JsonNode> passed(String parameter) {
        return passing.apply(parameter);
    }

    @Override
    public Optional<JsonNode> output(String nestedStack, String name) {
        return Optional.ofNullable(nested.get(nestedStack)).flatMap(template -> template.output(name));
    }
}
