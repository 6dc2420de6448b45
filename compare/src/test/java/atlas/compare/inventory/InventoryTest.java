package atlas.compare.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.RealAssembly;
import atlas.compare.Written;
import atlas.compare.template.SetUp;
import atlas.compare.template.SetUps;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InventoryTest {
    private static final Path TWO_OPTIONS = Path.of("src/test/resources/atlas/compare/cli/two-options");

    @Test
    void countsResourcesByLayerAndType() {
        assertEquals(
                List.of(
                        new LayerCount(Layer.COMPUTE, new TreeMap<>(Map.of("AWS::Lambda::Function", 2))),
                        new LayerCount(
                                Layer.MESSAGING, new TreeMap<>(Map.of("AWS::SQS::Queue", 1, "AWS::SNS::Topic", 1)))),
                Inventory.of(Written.setUp("""
                Resources:
                  Topic: { Type: 'AWS::SNS::Topic' }
                  One: { Type: 'AWS::Lambda::Function' }
                  Queue: { Type: 'AWS::SQS::Queue' }
                  Other: { Type: 'AWS::Lambda::Function' }
                """)).layers());
    }

    /** One that a condition rules out is not created, and one that a transform makes counts for the limit at least once. */
    @Test
    void countsWhatIsCreated() {
        Inventory inventory = Inventory.of(Written.setUp("""
                Conditions: { Never: !Equals [a, b] }
                Resources:
                  Queue: { Type: 'AWS::SQS::Queue' }
                  Ruled: { Type: 'AWS::SQS::Queue', Condition: Never }
                  Fn::ForEach::Topics: [Name, [a, b], { '${Name}': { Type: 'AWS::SNS::Topic' } }]
                """));

        assertEquals(1, inventory.resources());
        assertEquals(2, inventory.templates().get(0).resources());
    }

    @Test
    void tellsHowFullATemplateIs() {
        TemplateSize size = new TemplateSize("Web", 250_000, 5);

        assertEquals(new BigDecimal("0.25"), size.shareOfBytes());
        assertEquals(new BigDecimal("0.01"), size.shareOfResources());
    }

    @Test
    void readsAnOptionWithAllThatItNeeds() {
        Inventory inventory = Inventory.of(SetUps.option(TWO_OPTIONS, "tasks", "us-east-1"));

        assertEquals("tasks", inventory.setUp());
        assertEquals("tasks on Fargate", inventory.title());
        assertEquals(
                List.of("Network", "Tasks"),
                inventory.templates().stream().map(TemplateSize::stack).toList());
        assertEquals(
                List.of("Tasks/Service", "Network/Gateway", "Network/Balancer"),
                inventory.alwaysOn().stream()
                        .map(entry -> entry.resource().toString())
                        .toList());
        assertEquals(List.of(), inventory.entryPoints());
    }

    static Stream<SetUp> ours() {
        return SetUps.options(RealAssembly.folder(), "us-east-1").stream();
    }

    /** What the documents promise of every option. */
    @ParameterizedTest
    @MethodSource("ours")
    void showsNothingOpenOrBroadInOurOptions(SetUp option) {
        Inventory inventory = Inventory.of(option);

        assertEquals(List.of(), inventory.openPorts());
        assertEquals(
                List.of(),
                inventory.identities().stream().filter(Identity::isBroad).toList());
        assertEquals(
                List.of(),
                inventory.logGroups().stream()
                        .filter(group -> group.days().isEmpty())
                        .toList());
        assertTrue(inventory.computes().size() > 0);
    }
}
