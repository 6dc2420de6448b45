package atlas.compare.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One template that knows nothing of this project, with something in it that has no price here. */
class ForeignTemplateTest {
    private static Document page;

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        page = Reports.of(Files.writeString(folder.resolve("foreign.yaml"), """
                Resources:
                  Secret:
                    Type: AWS::SecretsManager::Secret
                  Oracle:
                    Type: Delphi::Temple::Oracle
                """));
    }

    @Test
    void costsAtLeastWhatHasAPrice() {
        assertEquals(
                List.of("≥ 0.40", "≥ 0.40"),
                page.select("#options td.n .figure").eachText().subList(0, 2));
        assertEquals(
                "Delphi::Temple::Oracle Oracle no rule here for this type",
                page.select("#bills .left-out").first().text());
    }

    @Test
    void hasNoCurveAndNothingToBeComparedWith() {
        assertTrue(page.select("#curves .intro").text().startsWith("Nothing here has a curve"));
        assertEquals(
                0, page.select("#differences, a[href=#differences], #chart").size());
    }

    @Test
    void showsAllFactsWhereNoneIsAboutIt() {
        assertTrue(page.select("#responsibilities thead th").size() > 7);
    }
}
