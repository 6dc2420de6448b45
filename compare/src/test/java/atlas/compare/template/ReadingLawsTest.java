package atlas.compare.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.AnyJson;
import atlas.compare.BadInput;
import atlas.compare.Written;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReadingLawsTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Property(tries = 300)
    void isReadOrRefusedInOneLine(@ForAll("templates") JsonNode template) {
        String read = read(template.toString());

        assertEquals(read, read(template.toString()), "a second time");
    }

    /** What is JSON is YAML, too, but for numbers, which YAML leaves as they are written. */
    @Property(tries = 300)
    void saysTheSameInYaml(@ForAll("templates") JsonNode template) {
        String json = withNumbersAsTexts(template).toString();

        assertEquals(read(json), read("---\n" + json));
    }

    @Property(tries = 300)
    void ofAnyTextIsRefusedInOneLine(@ForAll String text) {
        assertTrue(read(text).startsWith("refused: "), text);
    }

    @Provide
    Arbitrary<JsonNode> templates() {
        return Arbitraries.randomValue(ReadingLawsTest::template);
    }

    private static JsonNode template(Random random) {
        ObjectNode template = JSON.objectNode();
        template.set("Transform", random.nextBoolean() ? JSON.textNode(Transforms.SERVERLESS) : AnyJson.value(random));
        template.set("Mappings", of(random, "A", "B"));
        template.set("Conditions", of(random, "A", "B", "C"));
        template.set("Parameters", entries(random, "Type", "Default"));
        template.set("Resources", entries(random, "Type", "Condition", "Properties", "Metadata"));
        template.set("Outputs", entries(random, "Condition", "Export", "Value"));
        return template;
    }

    private static ObjectNode entries(Random random, String... fields) {
        ObjectNode entries = JSON.objectNode();
        List.of("A", "B", "C").forEach(name -> {
            ObjectNode entry = of(random, fields);
            entries.set(name, entry.has("Type") ? entry.put("Type", "AWS::A::" + name) : entry);
        });
        return entries;
    }

    private static ObjectNode of(Random random, String... fields) {
        ObjectNode object = JSON.objectNode();
        for (String field : fields) {
            if (random.nextInt(4) > 0) {
                object.set(field, AnyJson.value(random));
            }
        }
        return object;
    }

    private static String read(String template) {
        try {
            return Written.setUp(template)
                    .resources()
                    .map(resource -> "%s %s %s %s"
                            .formatted(
                                    resource.name(),
                                    resource.type(),
                                    resource.properties(),
                                    resource.properties().references()))
                    .collect(Collectors.joining("\n"));
        } catch (BadInput refused) {
            assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
            return "refused: " + refused.getMessage().replaceAll("\\S*template\\S*txt", "");
        }
    }

    private static JsonNode withNumbersAsTexts(JsonNode node) {
        if (node.isNumber()) {
            return JSON.textNode(node.asText());
        }
        if (node.isArray()) {
            ArrayNode array = JSON.arrayNode();
            node.forEach(inner -> array.add(withNumbersAsTexts(inner)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JSON.objectNode();
            node.properties().forEach(field -> object.set(field.getKey(), withNumbersAsTexts(field.getValue())));
            return object;
        }
        return node;
    }
}
