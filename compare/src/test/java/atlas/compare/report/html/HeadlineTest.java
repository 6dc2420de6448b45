package atlas.compare.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.template.SetUps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadlineTest {
    @TempDir
    private Path folder;

    /** Ten tasks would do it for less, and the template allows two. */
    @Test
    void saysWhoWouldBeCheaperWithItsLimitsRaised() throws IOException {
        Document page = underLoad("requestsPerSecond: 50\ncpuMillisPerRequest: 100\nresponseBytes: 1000\n");

        assertEquals(
                "calls of a function is the cheapest at 50 requests a second.",
                page.select("h1").text());
        assertEquals(
                "With its limits raised, tasks on Fargate would be cheaper still.",
                page.select(".lead").text().replaceFirst("^It costs .* USD a month\\. ", ""));
    }

    @Test
    void saysThatNoneCanBeRanked() throws IOException {
        Document page = underLoad("requestsPerSecond: 100000\ncpuMillisPerRequest: 100\n");

        assertEquals(
                "None of them can be ranked at 100,000 requests a second.",
                page.select("h1").text());
        assertEquals("The overview tells why.", page.select(".lead").text());
    }

    private Document underLoad(String workload) throws IOException {
        Path file = Files.writeString(folder.resolve("workload.yaml"), workload);
        return Jsoup.parse(
                Reports.html(Reports.comparison(SetUps.options(Reports.TWO_OPTIONS, "us-east-1"), file.toString())));
    }
}
