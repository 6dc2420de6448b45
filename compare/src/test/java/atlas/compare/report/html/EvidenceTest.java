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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No number without saying where it comes from. Names, code and dates are no numbers, and are marked as what they are. */
class EvidenceTest {
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final String NO_NUMBERS = "code, .name, time, script, style, title";

    private static Document page;

    @BeforeAll
    static void write() {
        page = Jsoup.parse(Reports.html(Reports.twoOptions()));
    }

    @Test
    void marksEveryNumber() {
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

    @Test
    void saysOfEachWhatItRestsOn() {
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
    @Test
    void showsTheMarkOverEveryColumnOfNumbers() {
        for (Element cell : page.select("td.n:has(> .figure), th.n:has(> .figure)")) {
            Element head = cell.closest("table").select("thead th, thead td").get(cell.elementSiblingIndex());
            String evidence = cell.selectFirst(".figure").attr("title").split(":")[0];
            assertTrue(head.selectFirst(".mark." + evidence) != null, head.outerHtml() + cell.outerHtml());
        }
    }

    @Test
    void explainsTheMarks() {
        assertEquals(
                List.of("measured", "computed", "cited"),
                page.select(".legend .mark").eachAttr("title"));
    }
}
