package atlas.compare.report.html;

import atlas.compare.comparison.Comparison;
import atlas.compare.facts.Fact;
import atlas.compare.facts.FactRow;
import atlas.compare.facts.FactTable;
import atlas.compare.facts.Facts;
import atlas.compare.facts.Pair;
import atlas.compare.facts.Subject;
import atlas.compare.facts.Subject.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Limits, responsibilities and ready-made comparisons: of what is compared, and of its neighbours. */
record FactTables(List<Sheet> sheets, List<Question> questions, List<Reference> sources) {
    /** One table. */
    record Sheet(String id, String title, List<String> columns, List<Row> rows) {}

    /** @param cells neighbours with the same fact as one */
    record Row(String title, List<FactCell> cells) {}

    /** A ready-made comparison. */
    record Question(Sheet sheet, String question, List<String> chooseWhen) {}

    /** A source by its number. */
    record Reference(int number, String title, String at, boolean isOurs, String read) {}

    static FactTables of(Comparison comparison) {
        Facts facts = Facts.shipped();
        Footnotes footnotes = new Footnotes();
        Set<String> compared =
                comparison.entries().stream().map(Comparison.Entry::id).collect(Collectors.toSet());
        List<Sheet> sheets = List.of(
                sheet(about(compared, facts.limits()), footnotes),
                sheet(about(compared, facts.responsibilities()), footnotes));
        List<Question> questions = new ArrayList<>();
        for (Pair pair : facts.pairs(comparison.terms().prices())) {
            questions.add(new Question(
                    sheet(pair.table(), footnotes),
                    pair.question(),
                    List.copyOf(pair.chooseWhen().values())));
        }
        return new FactTables(sheets, questions, footnotes.references());
    }

    /** All columns where nothing that is compared has one. */
    private static FactTable about(Set<String> compared, FactTable table) {
        List<Subject> columns = table.columns().stream()
                .filter(subject -> subject.kind() != Kind.OPTION || compared.contains(subject.id()))
                .toList();
        if (columns.stream().noneMatch(subject -> subject.kind() == Kind.OPTION)) {
            return table;
        }
        List<FactRow> rows = new ArrayList<>();
        for (FactRow row : table.rows()) {
            Map<String, Fact> facts = new LinkedHashMap<>();
            columns.forEach(column -> facts.put(column.id(), row.facts().get(column.id())));
            rows.add(new FactRow(row.id(), row.title(), facts));
        }
        return new FactTable(table.id(), table.title(), columns, rows);
    }

    private static Sheet sheet(FactTable table, Footnotes footnotes) {
        return new Sheet(
                table.id(),
                table.title(),
                table.columns().stream().map(Subject::title).toList(),
                table.rows().stream()
                        .map(row -> new Row(row.title(), FactCell.of(row, footnotes)))
                        .toList());
    }
}
