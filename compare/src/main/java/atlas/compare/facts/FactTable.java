package atlas.compare.facts;

import atlas.compare.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions down, those that answer them across; every cell is filled. */
public record FactTable(String id, String title, List<Subject> columns, List<FactRow> rows) {
    public FactTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        List<String> ids = columns.stream().map(Subject::id).toList();
        for (FactRow row : rows) {
            if (!List.copyOf(row.facts().keySet()).equals(ids)) {
                throw new IllegalArgumentException("row %s of %s answers for %s, and the columns are %s"
                        .formatted(row.id(), id, row.facts().keySet(), ids));
            }
        }
    }

    public Optional<FactRow> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** All that are cited, each once, in the order of their first use. */
    public List<Source> sources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        rows.forEach(row -> row.facts().values().forEach(fact -> fact.sources()
                .forEach(source -> sources.putIfAbsent(source.id(), source))));
        return List.copyOf(sources.values());
    }

    /**
     * One row for all columns, or one column with all rows.
     *
     * @throws BadInput with what there is, where neither is called so
     */
    public FactTable only(String name) {
        if (row(name).isPresent()) {
            return new FactTable(id, title, columns, List.of(row(name).get()));
        }
        List<Subject> column =
                columns.stream().filter(subject -> subject.id().equals(name)).toList();
        if (column.isEmpty()) {
            List<String> names = new ArrayList<>(rows.stream().map(FactRow::id).toList());
            names.addAll(columns.stream().map(Subject::id).toList());
            throw new BadInput(
                    "%s has no row and no column %s; it has %s".formatted(id, name, String.join(", ", names)));
        }
        return of(column);
    }

    /** The same with some of its columns, in the order given. */
    FactTable of(List<Subject> some) {
        return new FactTable(
                id, title, some, rows.stream().map(row -> of(some, row)).toList());
    }

    private static FactRow of(List<Subject> some, FactRow row) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        some.forEach(subject -> facts.put(subject.id(), row.facts().get(subject.id())));
        return new FactRow(row.id(), row.title(), facts);
    }
}
