package atlas.infra.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A resource of a template. Its properties are named by JSON pointers, such as {@code /Tags/0/Value}. */
public record Resource(String logicalId, JsonNode json) {
    public String name() {
        return ValueText.idWithoutHash(logicalId);
    }

    public String type() {
        return json.path("Type").asText();
    }

    public JsonNode get(String property) {
        return json.path("Properties").at(property);
    }

    /** The property as text, empty where there is none. */
    public String text(String property) {
        return ValueText.of(get(property));
    }

    public boolean has(String property) {
        return !get(property).isMissingNode();
    }

    /** An element of the list {@code property} that has {@code value} for {@code field}. */
    public JsonNode element(String property, String field, String value) {
        return Json.elements(get(property))
                .filter(element -> element.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("%s has no %s with %s=%s".formatted(logicalId, property, field, value)));
    }

    /** The value of {@code key} in a list of keys and values, such as tags and attributes. */
    public String attribute(String property, String key) {
        return ValueText.of(element(property, "Key", key).path("Value"));
    }

    /** The value of {@code name} in a list of names and values, such as the dimensions of an alarm. */
    public String attributeByName(String property, String name) {
        return ValueText.of(element(property, "Name", name).path("Value"));
    }

    /** Names, without their hashes, of what must exist before. */
    public List<String> dependsOn() {
        return Json.elements(json.path("DependsOn"))
                .map(JsonNode::asText)
                .map(ValueText::idWithoutHash)
                .sorted()
                .toList();
    }

    /** The statements of its policy document, one a line. */
    public List<String> statements() {
        return ValueText.statements(get("/PolicyDocument"));
    }
}
