package atlas.proof.mistake;

import atlas.compare.BadInput;
import atlas.compare.template.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes a mistake in a template. Logical ids are written without the hash that the CDK puts behind them. */
final class Change {
    private static final Set<String> SECTIONS = Set.of("Outputs", "Parameters", "Resources");
    private static final String APPENDED = "+";

    private final ObjectNode template;

    Change(ObjectNode template) {
        this.template = template;
    }

    /** @param place within the template: a logical id or a section, and steps on from there; + for a list's new last element */
    void put(String place, JsonNode value) {
        List<String> steps = new ArrayList<>(List.of(place.split("/")));
        if (!SECTIONS.contains(steps.get(0))) {
            steps.set(0, logicalId(steps.get(0)));
            steps.add(0, "Resources");
        }
        JsonNode parent = template;
        for (String step : steps.subList(0, steps.size() - 1)) {
            parent = parent.isArray() ? parent.path(Integer.parseInt(step)) : parent.path(step);
        }
        JsonNode named = named(value, steps.contains("DependsOn"));
        String last = steps.get(steps.size() - 1);
        if (parent instanceof ObjectNode object) {
            if (named.isNull()) {
                require(object.has(last), place);
                object.remove(last);
            } else {
                object.set(last, named);
            }
        } else if (parent instanceof ArrayNode list) {
            put(list, last, named);
        } else {
            require(false, place);
        }
    }

    private static void put(ArrayNode list, String index, JsonNode value) {
        if (index.equals(APPENDED)) {
            list.add(value);
        } else if (value.isNull()) {
            list.remove(Integer.parseInt(index));
        } else {
            list.set(Integer.parseInt(index), value);
        }
    }

    private static void require(boolean condition, String place) {
        if (!condition) {
            throw new BadInput("there is nothing to change at " + place);
        }
    }

    /** References inside a value name resources without their hash, too. */
    private JsonNode named(JsonNode value, boolean isName) {
        if (value.isTextual()) {
            return isName ? TextNode.valueOf(logicalId(value.asText())) : value;
        }
        if (value instanceof ArrayNode list) {
            ArrayNode named = list.arrayNode();
            list.forEach(element -> named.add(named(element, isName)));
            return named;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode named = object.objectNode();
            object.properties()
                    .forEach(field -> named.set(
                            field.getKey(),
                            switch (field.getKey()) {
                                case "Ref" ->
                                    TextNode.valueOf(logicalId(field.getValue().asText()));
                                case "Fn::GetAtt" ->
                                    named.arrayNode()
                                            .add(logicalId(
                                                    field.getValue().path(0).asText()))
                                            .add(field.getValue().path(1));
                                default ->
                                    named(field.getValue(), field.getKey().equals("DependsOn"));
                            }));
            return named;
        }
        return value;
    }

    /** Itself, where no resource has it: it is a new one, or a parameter. */
    String logicalId(String plain) {
        List<String> meant = new ArrayList<>();
        template.path("Resources").fieldNames().forEachRemaining(id -> {
            if (new Reference("", id).plainId().equals(plain)) {
                meant.add(id);
            }
        });
        if (meant.size() > 1) {
            throw new BadInput("%s could be any of %s".formatted(plain, String.join(", ", meant)));
        }
        return meant.isEmpty() ? plain : meant.get(0);
    }
}
