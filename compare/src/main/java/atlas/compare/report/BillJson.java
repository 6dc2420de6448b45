package atlas.compare.report;

import atlas.compare.bill.Bill;
import atlas.compare.bill.Group;
import atlas.compare.bill.Line;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;

/** A bill as scripts read it; docs/comparing.md describes the fields, and a test keeps them. */
public final class BillJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Enough for any sum of money, and no digit that a division made up. */
    private static final MathContext PRECISION = new MathContext(15);

    private BillJson() {}

    public static ObjectNode of(Bill bill) {
        ObjectNode json = JSON.objectNode();
        json.put("region", bill.region());
        json.put("currency", "USD");
        json.put("workload", bill.workload());
        json.set("monthlyTotal", number(bill.total()));
        for (Group group : Group.values()) {
            json.set(group.key(), number(bill.total(group)));
        }
        ArrayNode lines = json.putArray("lines");
        bill.lines().forEach(line -> lines.add(line(line)));
        ArrayNode notPriced = json.putArray("notPriced");
        bill.notPriced().forEach(entry -> notPriced
                .addObject()
                .put("resource", entry.resource())
                .put("type", entry.type())
                .put("why", entry.why()));
        json.put("complete", bill.isComplete());
        ArrayNode needsUsage = json.putArray("needsUsage");
        bill.needsUsage().forEach(entry -> needsUsage
                .addObject()
                .put("resource", entry.resource())
                .put("type", entry.type())
                .put("usage", entry.usage()));
        ArrayNode refusals = json.putArray("cannotCarry");
        bill.refusals().forEach(refusals::add);
        return json;
    }

    static ObjectNode line(Line line) {
        ObjectNode json = JSON.objectNode();
        json.put("resource", line.resource());
        json.put("item", line.item());
        json.set("quantity", number(line.quantity()));
        json.put("unit", line.unit());
        json.set("unitPrice", number(line.unitPrice()));
        json.set("amount", number(line.amount()));
        json.put("formula", line.formula());
        json.put("priceKey", line.priceKey());
        json.put("confidence", line.confidence().title());
        json.put("group", line.group().key());
        return json;
    }

    static JsonNode number(BigDecimal value) {
        BigDecimal rounded = value.round(PRECISION).stripTrailingZeros();
        return JSON.numberNode(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }
}
