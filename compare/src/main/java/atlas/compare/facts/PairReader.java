package atlas.compare.facts;

import atlas.compare.prices.PriceBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads a pair, whose rows are taken from the other tables, from the price book, or are its own. */
final class PairReader {
    private final Map<String, Subject> subjects;
    private final FactTable limits;
    private final FactTable responsibilities;
    private final RowReader rows;
    private final PriceFacts prices;

    PairReader(
            Map<String, Subject> subjects,
            FactTable limits,
            FactTable responsibilities,
            RowReader rows,
            PriceBook prices) {
        this.subjects = subjects;
        this.limits = limits;
        this.responsibilities = responsibilities;
        this.rows = rows;
        this.prices = new PriceFacts(prices);
    }

    Pair pair(Entry entry) {
        entry.with("id", "title", "question", "columns", "rows", "chooseWhen");
        List<Subject> columns = new ArrayList<>();
        for (String id : entry.texts("columns")) {
            if (!subjects.containsKey(id)) {
                throw entry.refused("no subject is called " + id);
            }
            columns.add(subjects.get(id));
        }
        List<FactRow> found = new ArrayList<>();
        for (Entry row : entry.entries("rows")) {
            found.add(row(row, columns));
        }
        Map<String, String> chooseWhen = entry.named("chooseWhen");
        List<String> ids = columns.stream().map(Subject::id).toList();
        if (!List.copyOf(chooseWhen.keySet()).equals(ids)) {
            throw entry.refused("chooseWhen must have %s, got %s"
                    .formatted(String.join(", ", ids), String.join(", ", chooseWhen.keySet())));
        }
        FactTable table = new FactTable(entry.text("id"), entry.text("title"), columns, found);
        return new Pair(table, entry.text("question"), chooseWhen);
    }

    private FactRow row(Entry row, List<Subject> columns) {
        if (row.has("limit")) {
            return taken(row.with("limit"), "limit", limits, columns);
        }
        if (row.has("responsibility")) {
            return taken(row.with("responsibility"), "responsibility", responsibilities, columns);
        }
        if (row.has("prices")) {
            return each(row.with("id", "title", "prices"), row.entry("prices"), columns, prices::price);
        }
        if (row.has("costs")) {
            return each(row.with("id", "title", "costs"), row.entry("costs"), columns, prices::cost);
        }
        return rows.row(row, columns);
    }

    private static FactRow taken(Entry row, String name, FactTable from, List<Subject> columns) {
        String id = row.text(name);
        if (from.row(id).isEmpty()) {
            throw row.refused("no %s is called %s".formatted(name, id));
        }
        return from.of(columns).row(id).orElseThrow();
    }

    private static FactRow each(
            Entry row, Entry values, List<Subject> columns, BiFunction<Entry, String, Fact> factOf) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        columns.forEach(column -> facts.put(column.id(), factOf.apply(values, column.id())));
        values.with(facts.keySet().toArray(String[]::new));
        return new FactRow(row.text("id"), row.text("title"), facts);
    }
}
