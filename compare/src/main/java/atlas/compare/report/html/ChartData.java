package atlas.compare.report.html;

import atlas.compare.comparison.Comparison;
import atlas.compare.curve.CrossOver;
import atlas.compare.curve.Curve;
import atlas.compare.curve.Curve.Point;
import atlas.compare.curve.Rates;
import atlas.compare.workload.Workload;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the page's script draws the curves from. */
final class ChartData {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Each step of a curve is then as steep as a screen shows. */
    private static final int A_DECADE = 40;

    /** The least that a logarithmic scale shows. */
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private static final MathContext DRAWN = new MathContext(6);

    private final Comparison comparison;
    private final List<CrossOver> crossOvers;

    ChartData(Comparison comparison, List<CrossOver> crossOvers) {
        this.comparison = comparison;
        this.crossOvers = crossOvers;
    }

    /** Safe within a script element: nothing in it opens a tag. */
    String json() {
        ObjectNode json = JSON.objectNode();
        Workload workload = comparison.terms().workload();
        json.set("rate", number(workload.requestsPerSecond()));
        json.set("secondsPerMonth", number(workload.at(BigDecimal.ONE).requestsPerMonth()));
        ArrayNode rates = json.putArray("rates");
        SortedSet<BigDecimal> drawn = rates(workload);
        drawn.forEach(rate -> rates.add(number(rate)));
        ArrayNode options = json.putArray("options");
        comparison.curves().drawn().forEach(curve -> options.add(option(curve, drawn)));
        ArrayNode bands = json.putArray("crossOvers");
        crossOvers.forEach(found -> bands.addObject()
                .put("below", found.below())
                .put("above", found.above())
                .<ObjectNode>set("from", number(found.from()))
                .set("to", number(found.to())));
        return json.toString().replace("<", "\\u003c");
    }

    /** The workload's own among them, so that it can be read. */
    private static SortedSet<BigDecimal> rates(Workload workload) {
        SortedSet<BigDecimal> rates = new TreeSet<>(Rates.evenly(A_DECADE));
        BigDecimal asked = workload.requestsPerSecond();
        if (Rates.LOWEST.compareTo(asked) <= 0 && asked.compareTo(Rates.HIGHEST) <= 0) {
            rates.add(asked);
        }
        return rates;
    }

    private static ObjectNode option(Curve curve, SortedSet<BigDecimal> rates) {
        ObjectNode option = JSON.objectNode().put("id", curve.setUp());
        ArrayNode usd = option.putArray("usd");
        ArrayNode beyond = option.putArray("beyond");
        ArrayNode atLeast = option.putArray("atLeast");
        for (BigDecimal rate : rates) {
            Point point = curve.point(rate);
            usd.add(JSON.numberNode(
                    point.usd().setScale(2, RoundingMode.HALF_UP).max(CENT)));
            beyond.add(point.asWritten() ? 0 : 1);
            atLeast.add(point.complete() ? 0 : 1);
        }
        return option;
    }

    private static JsonNode number(BigDecimal value) {
        return JSON.numberNode(value.round(DRAWN).doubleValue());
    }
}
