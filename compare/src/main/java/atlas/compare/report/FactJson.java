package atlas.compare.report;

import atlas.compare.facts.Fact;
import atlas.compare.facts.FactTable;
import atlas.compare.facts.Pair;
import atlas.compare.facts.Source;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Facts as scripts read them; docs/limits.md describes the fields. */
public final class FactJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FactJson() {}

    public static ObjectNode of(FactTable table) {
        ObjectNode json = JSON.objectNode();
        json.put("id", table.id());
        json.put("title", table.title());
        ArrayNode columns = json.putArray("columns");
        table.columns()
                .forEach(subject -> columns.addObject().put("id", subject.id()).put("title", subject.title()));
        ArrayNode rows = json.putArray("rows");
        table.rows().forEach(row -> {
            ObjectNode entry = rows.addObject().put("id", row.id()).put("title", row.title());
            ObjectNode facts = entry.putObject("facts");
            row.facts().forEach((subject, fact) -> facts.set(subject, fact(fact)));
        });
        ObjectNode sources = json.putObject("sources");
        for (Source source : table.sources()) {
            sources.putObject(source.id())
                    .put("title", source.title())
                    .put("at", source.at())
                    .put("read", source.read());
        }
        return json;
    }

    public static ArrayNode of(List<Pair> pairs) {
        ArrayNode json = JSON.arrayNode();
        for (Pair pair : pairs) {
            ObjectNode entry = of(pair.table());
            entry.put("question", pair.question());
            ObjectNode chooseWhen = entry.putObject("chooseWhen");
            pair.chooseWhen().forEach(chooseWhen::put);
            json.add(entry);
        }
        return json;
    }

    private static ObjectNode fact(Fact fact) {
        ObjectNode json = JSON.objectNode();
        json.put("value", fact.value());
        json.put("confidence", fact.certainty().title());
        ArrayNode sources = json.putArray("sources");
        fact.sources().forEach(source -> sources.add(source.id()));
        return json;
    }
}
