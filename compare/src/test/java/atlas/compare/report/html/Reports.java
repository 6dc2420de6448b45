package atlas.compare.report.html;

import atlas.compare.RealAssembly;
import atlas.compare.bill.Terms;
import atlas.compare.comparison.Comparison;
import atlas.compare.measure.Samples;
import atlas.compare.prices.PriceBooks;
import atlas.compare.template.SetUp;
import atlas.compare.template.SetUps;
import atlas.compare.workload.WorkloadFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reports to look at. */
final class Reports {
    static final Path TWO_OPTIONS = Path.of("src/test/resources/atlas/compare/cli/two-options");
    static final LocalDate TODAY = LocalDate.of(2026, 12, 24);

    private static final String REGION = "us-east-1";

    private Reports() {}

    static Comparison twoOptions() {
        return comparison(
                SetUps.options(TWO_OPTIONS, REGION),
                TWO_OPTIONS.resolve("ten-a-second.yaml").toString());
    }

    /** All options of the atlas. */
    static Comparison real() {
        return comparison(SetUps.options(RealAssembly.folder(), REGION), "steady-api");
    }

    static Comparison comparison(List<SetUp> setUps, String workload) {
        return Comparison.of(setUps, Terms.of(PriceBooks.of(REGION), WorkloadFile.read(workload)));
    }

    /** One template as somebody wrote it. */
    static Document of(Path template) {
        return Jsoup.parse(html(comparison(List.of(SetUps.whole(template, REGION)), "steady-api")));
    }

    static String html(Comparison comparison) {
        return HtmlReport.of(
                comparison, PriceBooks.snapshot(REGION), List.of(Samples.here(), Samples.deployed()), TODAY);
    }
}
