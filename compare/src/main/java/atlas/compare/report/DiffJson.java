package atlas.compare.report;

import atlas.compare.bill.Bill;
import atlas.compare.bill.Group;
import atlas.compare.bill.Line;
import atlas.compare.diff.BillDiff;
import atlas.compare.diff.Diff;
import atlas.compare.diff.ResourceDiff;
import atlas.compare.diff.StackDiff;
import atlas.compare.inventory.Inventory;
import atlas.compare.template.Resource;
import atlas.compare.template.Stack;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Two set-ups side by side as scripts read it; docs/setups.md describes the fields, and a test keeps them. */
public final class DiffJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DiffJson() {}

    /**
     * @param left what the left one is called
     * @param right what the right one is called
     */
    public static ObjectNode of(Diff diff, BillDiff bills, String left, String right) {
        ObjectNode json = JSON.objectNode();
        json.put("left", left);
        json.put("right", right);
        json.put("same", diff.isEmpty());
        json.set("sharedStacks", stacks(diff.shared()));
        json.set("onlyLeftStacks", stacks(diff.onlyLeft()));
        json.set("onlyRightStacks", stacks(diff.onlyRight()));
        ArrayNode stacks = json.putArray("stacks");
        diff.stacks().forEach(stack -> stacks.add(stack(stack)));
        json.set("bill", bill(bills));
        json.set("leftInventory", InventoryJson.of(Inventory.of(diff.left())));
        json.set("rightInventory", InventoryJson.of(Inventory.of(diff.right())));
        return json;
    }

    private static ArrayNode stacks(List<Stack> stacks) {
        ArrayNode json = JSON.arrayNode();
        stacks.forEach(stack -> json.addObject()
                .put("stack", stack.name())
                .put("resources", stack.resources().size()));
        return json;
    }

    private static ObjectNode stack(StackDiff stack) {
        ObjectNode json = JSON.objectNode();
        json.put("left", stack.left().name());
        json.put("right", stack.right().name());
        json.put("alike", stack.alike());
        json.set("onlyLeft", resources(stack.onlyLeft()));
        json.set("onlyRight", resources(stack.onlyRight()));
        ArrayNode changed = json.putArray("changed");
        stack.changed().forEach(resource -> changed.add(resource(resource)));
        return json;
    }

    private static ArrayNode resources(List<Resource> resources) {
        ArrayNode json = JSON.arrayNode();
        resources.forEach(resource ->
                json.addObject().put("resource", resource.name().toString()).put("type", resource.type()));
        return json;
    }

    private static ObjectNode resource(ResourceDiff resource) {
        ObjectNode json = JSON.objectNode();
        json.put("left", resource.left().name().toString());
        json.put("right", resource.right().name().toString());
        json.put("type", resource.left().type());
        ArrayNode differences = json.putArray("differences");
        resource.differences().forEach(difference -> differences
                .addObject()
                .put("path", difference.path())
                .put("left", difference.left().orElse(null))
                .put("right", difference.right().orElse(null)));
        return json;
    }

    private static ObjectNode bill(BillDiff bills) {
        ObjectNode json = JSON.objectNode();
        json.put("region", bills.left().region());
        json.put("currency", "USD");
        json.put("workload", bills.left().workload());
        json.set("left", totals(bills.left()));
        json.set("right", totals(bills.right()));
        json.set("difference", BillJson.number(bills.difference()));
        ArrayNode lines = json.putArray("lines");
        bills.lines().forEach(line -> {
            ObjectNode entry =
                    lines.addObject().put("group", line.group().key()).put("item", line.item());
            entry.set("left", line(line.left()));
            entry.set("right", line(line.right()));
            entry.set("difference", BillJson.number(line.difference()));
        });
        return json;
    }

    private static ObjectNode totals(Bill bill) {
        ObjectNode json = JSON.objectNode();
        json.set("monthlyTotal", BillJson.number(bill.total()));
        for (Group group : Group.values()) {
            json.set(group.key(), BillJson.number(bill.total(group)));
        }
        return json.put("complete", bill.isComplete());
    }

    /** Null where this one has no such line. */
    private static ObjectNode line(Optional<Line> line) {
        return line.map(BillJson::line).orElse(null);
    }
}
