package atlas.compare.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.comparison.Comparison;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On an assembly of three small options, one of which is no choice. */
class HtmlReportTest {
    private static Comparison comparison;
    private static String html;
    private static Document page;

    @BeforeAll
    static void write() {
        comparison = Reports.twoOptions();
        html = Reports.html(comparison);
        page = Jsoup.parse(html);
    }

    @Test
    void saysWhoIsTheCheapestAndWhoTakesOver() {
        assertEquals(
                "calls of a function is the cheapest at 10 requests a second.",
                page.select("h1").text());
        assertEquals(
                "It costs 65.79 USD a month. Above 22 requests a second tasks on Fargate is.",
                page.select(".lead").text());
    }

    @Test
    void tellsWhatTheNumbersHoldFor() {
        String told = page.select(".circumstances").text();

        assertTrue(told.contains("3 set-ups"), told);
        assertTrue(told.contains("Workload: ten a second"), told);
        assertTrue(told.contains("100 ms of CPU each"), told);
        assertTrue(told.contains("us-east-1, reviewed on 2026-11-22, 32 days ago"), told);
        assertEquals(
                "the prices of us-east-1 were reviewed 2026-11-22, 32 days ago; compare them with AWS's: "
                        + "./atlas prices check --region us-east-1",
                page.select(".warning").text());
    }

    @Test
    void ranksTheOptions() {
        assertEquals(
                List.of("calls", "tasks", "clock"),
                page.select("#options tbody th code").eachText());
        assertEquals(
                List.of("yes", "yes", "no"), page.select("#options .carries b").eachText());
        assertEquals(
                "it is started by the clock, not by requests",
                page.select("#options .carries small").text());
    }

    @Test
    void listsEveryLineOfEveryBill() {
        for (Comparison.Entry entry : comparison.entries()) {
            assertEquals(
                    entry.loaded().lines().size(),
                    page.select("#bill-%s .lines tbody tr".formatted(entry.id()))
                            .size(),
                    entry.id());
        }
        assertEquals(
                "load balancer hoursNetwork/Balancer730 h x 0.0225 730 hour 0.0225 elb:alb:hour 16.43",
                page.select("#bill-tasks tr:contains(load balancer hours)").text());
    }

    @Test
    void drawsARequestsWayThroughTheFloors() {
        assertEquals(
                List.of("ElasticLoadBalancingV2 LoadBalancer", "ECS Service"),
                page.select("#set-up-tasks .block.on-path").eachText());
        assertEquals(
                List.of("web", "compute"),
                page.select("#set-up-tasks .floor.on-path > h3").eachText());
        assertEquals(
                "The clock starts what is filled.",
                page.select("#set-up-clock .way").text());
    }

    @Test
    void handsTheSameFiguresToTheChart() throws IOException {
        JsonNode data =
                new ObjectMapper().readTree(page.getElementById("chart-data").data());
        int rates = data.path("rates").size();

        assertEquals(241, rates);
        assertEquals(2, data.path("options").size());
        for (JsonNode option : data.path("options")) {
            assertEquals(rates, option.path("usd").size());
            assertEquals(rates, option.path("beyond").size());
        }
        assertEquals(
                comparison.curves().crossOvers().size(), data.path("crossOvers").size());
        assertEquals("65.79", page.select("#figures .asked td").first().text());
    }

    @Test
    void asksNobodyForAnything() throws NoSuchAlgorithmException {
        assertEquals(
                List.of(),
                page.select("[src], [srcset], [action], [style], iframe, object, base")
                        .eachAttr("src"));
        assertEquals(List.of("icon"), page.select("link").eachAttr("rel"));
        assertTrue(page.select("link").attr("href").startsWith("data:image/svg+xml,"));
        assertEquals(List.of(), page.select("[^on]").eachText());
        Set<String> hashes = new TreeSet<>();
        for (Element code : page.select("style, script:not([type=application/json])")) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(code.data().getBytes(StandardCharsets.UTF_8));
            hashes.add("'sha256-%s'".formatted(Base64.getEncoder().encodeToString(digest)));
        }
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertEquals(3, hashes.size());
        assertTrue(hashes.stream().allMatch(policy::contains), policy);
        assertTrue(policy.startsWith("default-src 'none'; "), policy);
        assertTrue(!policy.contains("unsafe"), policy);
        assertTrue(!page.select("style").first().data().contains("url("));
    }

    @Test
    void isTheSameForTheSameComparison() {
        List<String> again = Reports.html(Reports.twoOptions()).lines().toList();

        assertEquals(
                List.of(), html.lines().filter(line -> !again.contains(line)).toList());
    }

    @Test
    void linksToWhatIsThere() {
        Set<String> ids = new TreeSet<>(page.select("[id]").eachAttr("id"));

        assertEquals(page.select("[id]").size(), ids.size(), "no id twice");
        for (Element link : page.select("a[href^=#]")) {
            assertTrue(ids.contains(link.attr("href").substring(1)), link.outerHtml());
        }
        assertEquals(
                page.select("main > section[id]:not(#result)").eachAttr("id"),
                page.select("nav a").eachAttr("href").stream()
                        .map(href -> href.substring(1))
                        .toList());
    }

    @Test
    void namesEverySectionAndEveryHead() {
        assertEquals(
                page.select("section").size(),
                page.select("section[aria-labelledby]").size());
        assertEquals(
                List.of(),
                page.select("thead th:not([scope]), tbody th:not([scope])").eachText());
        assertEquals(List.of(), page.select(".scroll:not([tabindex=0])").eachText());
        assertEquals("en", page.select("html").attr("lang"));
    }
}
