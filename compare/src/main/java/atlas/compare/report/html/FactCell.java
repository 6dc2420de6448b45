package atlas.compare.report.html;

import atlas.compare.facts.Certainty;
import atlas.compare.facts.Fact;
import atlas.compare.facts.FactRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A fact as it is shown, once for all neighbours that share it.
 *
 * @param word the answer it begins with; empty where it gives none in a word
 * @param text the rest of it
 * @param evidence a sum that shows how it comes about is computed, everything else cited
 * @param span how many columns it covers
 * @param unsure how, where it was recalled and not read
 * @param notes numbers of its sources
 * @param because its sources in words
 */
record FactCell(
        String word, String text, Evidence evidence, int span, String unsure, List<Integer> notes, String because) {
    private static final Set<String> WORDS = Set.of("yes", "no", "AWS", "you", "both", "nobody");

    private static final String SUM = " = ";

    static List<FactCell> of(FactRow row, Footnotes footnotes) {
        List<FactCell> cells = new ArrayList<>();
        List<Fact> facts = List.copyOf(row.facts().values());
        for (int from = 0; from < facts.size(); ) {
            int to = from + 1;
            while (to < facts.size() && facts.get(to).equals(facts.get(from))) {
                to++;
            }
            cells.add(of(facts.get(from), to - from, footnotes));
            from = to;
        }
        return cells;
    }

    private static FactCell of(Fact fact, int span, Footnotes footnotes) {
        boolean answers = WORDS.contains(fact.word());
        String rest = answers ? fact.value().substring(fact.word().length()).replaceFirst("^:\\s*", "") : fact.value();
        return new FactCell(
                answers ? fact.word() : "",
                rest,
                fact.value().contains(SUM) ? Evidence.COMPUTED : Evidence.CITED,
                span,
                fact.certainty() == Certainty.UNVERIFIED ? fact.certainty().title() : "",
                fact.sources().stream().map(footnotes::number).toList(),
                fact.sources().stream()
                        .map(source -> "%s (%s)".formatted(source.title(), source.read()))
                        .collect(Collectors.joining("; ")));
    }
}
