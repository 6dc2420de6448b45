package atlas.compare.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No number without saying where it comes from. Names, code and dates are no numbers, and are marked as what they are. */
class EvidenceTest {
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final String NO_NUMBERS = "code, .name, time, script, style, title";

    static List<Document> pages() {
        return List.of(Jsoup.parse(Reports.html(Reports.twoOptions())), Jsoup.parse(Reports.html(Reports.real())));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void marksEveryNumber(Document page) {
        List<String> bare = new ArrayList<>();
        page.body().traverse((node, depth) -> {
            if (node instanceof TextNode text
                    && DIGIT.matcher(text.text()).find()
                    && text.parent().closest(NO_NUMBERS + ", .figure") == null) {
                bare.add(text.text());
            }
        });

        assertEquals(List.of(), bare);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void saysOfEachWhatItRestsOn(Document page) {
        for (Element figure : page.select(".figure")) {
            long kinds = figure.classNames().stream()
                    .filter(name -> name.matches("measured|computed|cited"))
                    .count();
            assertEquals(1, kinds, figure.outerHtml());
            assertTrue(
                    figure.attr("title").matches("(?s)(measured|computed|cited): .+")
                            && figure.hasClass(figure.attr("title").split(":")[0]),
                    figure.outerHtml());
        }
    }

    /** In a table the head of the column carries the mark, for all numbers below it. */
    @ParameterizedTest
    @MethodSource("pages")
    void showsTheMarkOverEveryColumnOfNumbers(Document page) {
        for (Element cell : page.select("td.n:has(> .figure), th.n:has(> .figure)")) {
            Element head = cell.closest("table").select("thead th, thead td").get(cell.elementSiblingIndex());
            String evidence = cell.selectFirst(".figure").attr("title").split(":")[0];
            assertTrue(head.selectFirst(".mark." + evidence) != null, head.outerHtml() + cell.outerHtml());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void explainsTheMarks(Document page) {
        assertEquals(
                List.of("measured", "computed", "cited"),
                page.select(".legend .mark").eachAttr("title"));
    }
}
