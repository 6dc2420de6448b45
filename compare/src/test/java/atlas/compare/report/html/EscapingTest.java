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

/** Anybody's template may be compared, so all that it says is text. */
class EscapingTest {
    private static final String HOSTILE = "</script><script>alert(1)</script>\\\"'><img src=x onerror=alert(2)>";

    private static Document page;

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        page = Reports.of(Files.writeString(folder.resolve("hostile.json"), """
                {
                  "Description": "%1$s",
                  "Metadata": {
                    "ComputeAtlas": { "option": "%1$s", "unit": "%1$s", "vcpu": 1, "memoryMiB": 1769, "min": 0, "max": 0 }
                  },
                  "Resources": {
                    "%1$s": {
                      "Type": "AWS::Lambda::Function",
                      "Properties": { "MemorySize": 1769, "Runtime": "%1$s", "Architectures": ["arm64"] }
                    },
                    "Unknown": { "Type": "%1$s" }
                  }
                }
                """.formatted(HOSTILE)));
    }

    @Test
    void runsNothingThatATemplateSays() {
        assertEquals(3, page.select("script").size(), "the library, the page's own, and its data");
        assertEquals(List.of(), page.select("img, [onerror]").eachText());
    }

    @Test
    void showsItAsText() {
        assertTrue(page.select("#bills")
                .text()
                .contains("</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>"));
    }
}
