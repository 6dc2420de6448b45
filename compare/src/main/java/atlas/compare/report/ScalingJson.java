package atlas.compare.report;

import atlas.compare.inventory.ScalingRule;
import atlas.compare.inventory.ScalingRule.Other;
import atlas.compare.inventory.ScalingRule.Scheduled;
import atlas.compare.inventory.ScalingRule.Step;
import atlas.compare.inventory.ScalingRule.Stepping;
import atlas.compare.inventory.ScalingRule.Tracking;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A rule of scaling as scripts read it: its kind first, then the fields that this kind has. */
final class ScalingJson {
    private ScalingJson() {}

    static ObjectNode of(ScalingRule rule) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("resource", rule.name().toString());
        if (rule instanceof Tracking tracking) {
            json.put("kind", "targetTracking").put("metric", tracking.metric());
            tracking.target().ifPresent(target -> json.set("target", BillJson.number(target)));
            return json;
        }
        if (rule instanceof Stepping stepping) {
            json.put("kind", "steps").put("adjustment", stepping.adjustment());
            ArrayNode steps = json.putArray("steps");
            stepping.steps().forEach(step -> steps.add(step(step)));
            return json;
        }
        if (rule instanceof Scheduled scheduled) {
            json.put("kind", "schedule").put("schedule", scheduled.schedule());
            return InventoryJson.bounds(json, scheduled.bounds());
        }
        return json.put("kind", ((Other) rule).kind());
    }

    /** Without from or to where it has no end. */
    private static ObjectNode step(Step step) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        step.from().ifPresent(from -> json.set("from", BillJson.number(from)));
        step.to().ifPresent(to -> json.set("to", BillJson.number(to)));
        return json.set("change", BillJson.number(step.change()));
    }
}
