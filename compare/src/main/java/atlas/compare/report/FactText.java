package atlas.compare.report;

import atlas.compare.facts.FactTable;
import atlas.compare.facts.Pair;
import atlas.compare.facts.Source;
import atlas.compare.facts.Subject;
import java.util.List;

/** Facts for a terminal: a question, below it a line for each that answers it; the sources at the end. */
public final class FactText {
    private final Footnotes footnotes = new Footnotes();
    private final StringBuilder text = new StringBuilder();

    private FactText() {}

    public static String of(FactTable table) {
        FactText written = new FactText();
        written.rows(table);
        written.sources();
        return written.text.toString().stripTrailing();
    }

    public static String of(List<Pair> pairs) {
        FactText written = new FactText();
        for (Pair pair : pairs) {
            written.line("%s (%s): %s".formatted(pair.table().title(), pair.id(), pair.question()));
            written.line("");
            written.rows(pair.table());
            written.line("choose");
            pair.chooseWhen().forEach((subject, when) -> written.entry(width(pair.table()), subject, "when " + when));
            written.line("");
        }
        written.sources();
        return written.text.toString().stripTrailing();
    }

    private void rows(FactTable table) {
        int width = width(table);
        table.rows().forEach(row -> {
            line(row.title());
            row.facts().forEach((subject, fact) -> entry(width, subject, footnotes.marked(fact)));
            line("");
        });
    }

    private void sources() {
        line("[U] is unverified; sources:");
        List<Source> sources = footnotes.sources();
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            entry(4, "[%d]".formatted(i + 1), "%s, %s".formatted(source.title(), source.read()));
        }
    }

    private void entry(int width, String label, String content) {
        line(Hanging.text("  " + label + " ".repeat(width - label.length() + 2), content));
    }

    private static int width(FactTable table) {
        return table.columns().stream()
                .map(Subject::id)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
