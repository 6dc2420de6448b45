package atlas.compare.report;

import atlas.compare.comparison.Comparison;
import atlas.compare.comparison.Comparison.Entry;
import atlas.compare.curve.Curve;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A comparison as scripts read it; docs/comparing.md describes the fields. */
public final class ComparisonJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int A_DECADE = 10;

    private ComparisonJson() {}

    public static ObjectNode of(Comparison comparison) {
        ObjectNode json = JSON.objectNode();
        json.put("region", comparison.terms().prices().region());
        json.put("currency", "USD");
        json.put("workload", comparison.terms().workload().name());
        ArrayNode options = json.putArray("options");
        comparison.ranked().forEach(entry -> options.add(entry(entry)));
        ArrayNode curves = json.putArray("curves");
        comparison.curves().drawn().forEach(curve -> curves.add(curve(curve)));
        ArrayNode crossOvers = json.putArray("crossOvers");
        comparison.curves().crossOvers().forEach(found -> {
            ObjectNode crossOver = crossOvers.addObject();
            crossOver.put("below", found.below()).put("above", found.above());
            crossOver.set("from", BillJson.number(found.from()));
            crossOver.set("to", BillJson.number(found.to()));
        });
        ArrayNode cheapest = json.putArray("cheapest");
        comparison.curves().cheapest().forEach(stretch -> {
            ObjectNode winner = cheapest.addObject().put("option", stretch.setUp());
            winner.set("from", BillJson.number(stretch.from()));
            winner.set("to", BillJson.number(stretch.to()));
        });
        return json;
    }

    private static ObjectNode entry(Entry entry) {
        ObjectNode json = JSON.objectNode();
        json.put("option", entry.id());
        json.put("title", entry.setUp().title());
        json.put("resources", entry.setUp().resources().count());
        json.put("answersRequests", entry.answers());
        json.put("ranked", entry.isRanked());
        json.set("idle", BillJson.of(entry.idle()));
        json.set("loaded", BillJson.of(entry.loaded()));
        return json;
    }

    private static ObjectNode curve(Curve curve) {
        ObjectNode json = JSON.objectNode();
        json.put("option", curve.setUp());
        ArrayNode points = json.putArray("points");
        curve.points(A_DECADE).forEach(point -> {
            ObjectNode at = points.addObject();
            at.set("requestsPerSecond", BillJson.number(point.rate()));
            at.set("usd", BillJson.number(point.usd()));
            at.put("asWritten", point.asWritten());
            at.put("complete", point.complete());
        });
        return json;
    }
}
