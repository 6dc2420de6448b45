package atlas.compare.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.facts.Certainty;
import atlas.compare.facts.Fact;
import atlas.compare.facts.FactRow;
import atlas.compare.facts.FactTable;
import atlas.compare.facts.Pair;
import atlas.compare.facts.Source;
import atlas.compare.facts.Subject;
import atlas.compare.facts.Subject.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactRenderingTest {
    private static final Source PAGE = new Source("page", "A page", "https://example.com/page", "2026-11-25");
    private static final Source OURS = new Source("ours", "Our file", "docs/options/README.md", "2026-11-22");
    private static final FactTable TABLE = new FactTable(
            "limits",
            "Limits",
            List.of(new Subject("one", "One", Kind.OPTION), new Subject("three", "Three", Kind.NEIGHBOUR)),
            List.of(
                    row(
                            "gpu",
                            "GPU",
                            fact("yes: by a|b", Certainty.READ, PAGE),
                            fact("no: none", Certainty.UNVERIFIED, PAGE)),
                    row(
                            "size",
                            "size",
                            fact("not known here", Certainty.NOT_KNOWN, OURS),
                            fact("a word ".repeat(20).strip(), Certainty.READ, OURS, PAGE))));
    private static final List<Pair> PAIRS = List.of(new Pair(TABLE, "which of them?", choices()));

    @Test
    void aTerminalHasALineForEachThatAnswersAndNoneTooLong() {
        assertEquals("""
                GPU
                  one    yes: by a|b [1]
                  three  no: none [U] [1]

                size
                  one    not known here [2]
                  three  a word a word a word a word a word a word a word a word a word a word a word a word a word
                         a word a word a word a word a word a word a word [2] [1]

                [U] is unverified; sources:
                  [1]   A page, 2026-11-25
                  [2]   Our file, 2026-11-22""", FactText.of(TABLE));
    }

    @Test
    void aPairBeginsWithItsQuestionAndEndsWithAChoice() {
        List<String> lines = FactText.of(PAIRS).lines().toList();

        assertEquals("Limits (limits): which of them?", lines.get(0));
        assertEquals(
                List.of("choose", "  one    when it rains", "  three  when it does not", ""),
                lines.subList(lines.indexOf("choose"), lines.indexOf("choose") + 4));
    }

    @Test
    void markdownLinksANumberToItsSource() {
        assertEquals("""
                |  | One | Three |
                | --- | --- | --- |
                | **GPU** | yes: by a\\|b [1] | no: none [U] [1] |
                | **size** | not known here [2] | %s [2] [1] |

                1. A page, 2026-11-25
                2. Our file, 2026-11-22

                [1]: https://example.com/page
                [2]: ../docs/options/README.md""".formatted("a word ".repeat(20).strip()), FactMarkdown.of(TABLE, "../"));
    }

    @Test
    void jsonNamesEverySourceOnce() {
        assertEquals(
                "{\"id\":\"limits\",\"title\":\"Limits\",\"columns\":[{\"id\":\"one\",\"title\":\"One\"},"
                        + "{\"id\":\"three\",\"title\":\"Three\"}],\"rows\":[{\"id\":\"gpu\",\"title\":\"GPU\",\"facts\":{"
                        + "\"one\":{\"value\":\"yes: by a|b\",\"confidence\":\"read\",\"sources\":[\"page\"]},"
                        + "\"three\":{\"value\":\"no: none\",\"confidence\":\"unverified\",\"sources\":[\"page\"]}}}],"
                        + "\"sources\":{\"page\":{\"title\":\"A page\",\"at\":\"https://example.com/page\","
                        + "\"read\":\"2026-11-25\"}}}",
                FactJson.of(TABLE.only("gpu")).toString());
    }

    @Test
    void jsonOfPairsHasTheirQuestionAndTheAdvice() {
        assertEquals("which of them?", FactJson.of(PAIRS).get(0).get("question").asText());
        assertEquals(
                "{\"one\":\"it rains\",\"three\":\"it does not\"}",
                FactJson.of(PAIRS).get(0).get("chooseWhen").toString());
    }

    private static Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("one", "it rains");
        choices.put("three", "it does not");
        return choices;
    }

    private static FactRow row(String id, String title, Fact one, Fact three) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        facts.put("one", one);
        facts.put("three", three);
        return new FactRow(id, title, facts);
    }

    private static Fact fact(String value, Certainty certainty, Source... sources) {
        return new Fact(value, List.of(sources), certainty);
    }
}
