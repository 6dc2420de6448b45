package atlas.compare.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.AnyTemplate;
import atlas.compare.Written;
import atlas.compare.report.InventoryJson;
import atlas.compare.report.InventoryText;
import atlas.compare.report.Json;
import atlas.compare.template.SetUp;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnyInventoryTest {
    @Provide
    Arbitrary<String> templates() {
        return AnyTemplate.json();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void isTakenOfAnyTemplate(@ForAll("templates") String template) {
        SetUp setUp = Written.setUp(template);
        Inventory inventory = Inventory.of(setUp);

        assertEquals(setUp.resources().count(), inventory.resources());
        assertTrue(Json.pretty(InventoryJson.of(inventory)).startsWith("{"));
        InventoryText.of(inventory).lines().forEach(line -> assertTrue(line.length() <= 100, line));
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void isTheSameEachTime(@ForAll("templates") String template) {
        SetUp setUp = Written.setUp(template);

        assertEquals(InventoryText.of(Inventory.of(setUp)), InventoryText.of(Inventory.of(setUp)));
    }
}
