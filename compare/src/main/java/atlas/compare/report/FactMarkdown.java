package atlas.compare.report;

import atlas.compare.facts.Fact;
import atlas.compare.facts.FactRow;
import atlas.compare.facts.FactTable;
import atlas.compare.facts.Pair;
import atlas.compare.facts.Source;
import atlas.compare.facts.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Facts as Markdown: one table, and its sources as a list that the numbers in it lead to. */
public final class FactMarkdown {
    private FactMarkdown() {}

    /** @param upwards from the document to the project's root, such as {@code ../} */
    public static String of(FactTable table, String upwards) {
        Footnotes footnotes = new Footnotes();
        return table(table, footnotes) + "\n\n" + sources(footnotes, upwards);
    }

    /** @param upwards from the document to the project's root */
    public static String of(List<Pair> pairs, String upwards) {
        Footnotes footnotes = new Footnotes();
        List<String> parts = new ArrayList<>();
        for (Pair pair : pairs) {
            parts.add("## " + pair.table().title());
            parts.add(capital(pair.question()));
            parts.add(table(pair.table(), footnotes));
            List<String> choices = new ArrayList<>();
            for (Subject subject : pair.table().columns()) {
                choices.add("- **%s** when %s."
                        .formatted(subject.title(), pair.chooseWhen().get(subject.id())));
            }
            parts.add(String.join("\n", choices));
        }
        parts.add("## Sources");
        parts.add(sources(footnotes, upwards));
        return String.join("\n\n", parts);
    }

    private static String table(FactTable table, Footnotes footnotes) {
        Table written =
                new Table(Stream.concat(Stream.of(""), table.columns().stream().map(Subject::title))
                        .toArray(String[]::new));
        for (FactRow row : table.rows()) {
            written.add(Stream.concat(
                            Stream.of("**%s**".formatted(row.title())),
                            row.facts().values().stream().map(fact -> cell(fact, footnotes)))
                    .toArray());
        }
        return written.markdown();
    }

    private static String cell(Fact fact, Footnotes footnotes) {
        return footnotes.marked(fact).replace("|", "\\|");
    }

    private static String sources(Footnotes footnotes, String upwards) {
        List<String> list = new ArrayList<>();
        List<String> links = new ArrayList<>();
        for (Source source : footnotes.sources()) {
            int number = list.size() + 1;
            list.add("%d. %s, %s".formatted(number, source.title(), source.read()));
            links.add("[%d]: %s%s".formatted(number, source.isOurs() ? upwards : "", source.at()));
        }
        return String.join("\n", list) + "\n\n" + String.join("\n", links);
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
