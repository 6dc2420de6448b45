package atlas.compare.report;

import atlas.compare.choice.Choice;
import atlas.compare.choice.Level;
import atlas.compare.choice.Needs;
import atlas.compare.choice.Placed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A choice as scripts read it; docs/choosing.md describes the fields. */
public final class ChoiceJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ChoiceJson() {}

    /** @param assumed what nobody said, and was taken for granted */
    public static ObjectNode of(Choice choice, List<String> assumed) {
        ObjectNode json = JSON.objectNode();
        json.put("region", choice.terms().prices().region());
        json.put("currency", "USD");
        json.put("workload", choice.terms().workload().name());
        json.set("needs", needs(choice.needs()));
        assumed.forEach(json.putArray("assumed")::add);
        json.put("settled", choice.isSettled());
        json.put("why", choice.why());
        ArrayNode changes = json.putArray("changes");
        choice.changes()
                .forEach(
                        change -> changes.addObject().put("when", change.when()).put("then", change.then()));
        ArrayNode ranking = json.putArray("ranking");
        choice.ranking().fitting().forEach(placed -> ranking.add(placed(placed)));
        ArrayNode ruledOut = json.putArray("ruledOut");
        choice.ranking().ruledOut().forEach(placed -> ruledOut.add(placed(placed)));
        return json;
    }

    private static ObjectNode needs(Needs needs) {
        ObjectNode json = JSON.objectNode();
        json.put("start", needs.start().title());
        ArrayNode requirements = json.putArray("needs");
        needs.requirements().forEach(requirement -> requirements.add(requirement.title()));
        json.put("coldStarts", needs.avoidsColdStarts() ? "avoided" : "allowed");
        json.set("budgetUsd", needs.budgetUsd().<JsonNode>map(BillJson::number).orElse(JSON.nullNode()));
        return json;
    }

    private static ObjectNode placed(Placed placed) {
        ObjectNode json = JSON.objectNode();
        json.put("option", placed.candidate().id());
        json.put("title", placed.candidate().title());
        json.set("monthlyUsd", BillJson.number(placed.candidate().cost()));
        json.put("complete", placed.keeps(Level.BILL));
        json.put("carried", placed.keeps(Level.CAPACITY));
        ArrayNode reasons = json.putArray("reasons");
        placed.reasons().forEach(reason -> reasons.addObject()
                .put("level", reason.level().title())
                .put("rule", reason.rule())
                .put("kept", reason.kept())
                .put("text", reason.text())
                .put("evidence", reason.evidence().title())
                .put("source", reason.source()));
        return json;
    }
}
