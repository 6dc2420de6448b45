package atlas.compare.report.html;

import atlas.compare.comparison.Comparison;
import atlas.compare.measure.Measurements;
import atlas.compare.prices.Snapshot;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;

/**
 * The comparison as one page that needs nothing else: styles, scripts and figures are in it, and its policy lets it load
 * nothing. The same comparison on the same day gives the same page.
 */
public final class HtmlReport {
    private static final String TEMPLATES = "atlas/compare/report/html";
    private static final String PAGE = "page.mustache";

    private HtmlReport() {}

    /** All that the template shows. */
    record Page(
            String title,
            Headline headline,
            Circumstances circumstances,
            Overview overview,
            CostCurves curves,
            Bills bills,
            Pictures pictures,
            Differences differences,
            FactTables facts,
            Measured measured,
            Assets assets) {}

    /**
     * @param prices those of the comparison, as they were reviewed
     * @param measurements those that are to be shown, if any
     * @param today for their age
     */
    public static String of(Comparison comparison, Snapshot prices, List<Measurements> measurements, LocalDate today) {
        Colours colours = Colours.of(comparison.curves());
        Page page = new Page(
                "Compute Atlas: %s in %s"
                        .formatted(
                                comparison.terms().workload().name(),
                                comparison.terms().prices().region()),
                Headline.of(comparison),
                Circumstances.of(comparison, prices, today),
                Overview.of(comparison, colours),
                CostCurves.of(comparison, colours),
                Bills.of(comparison),
                Pictures.of(comparison),
                Differences.of(comparison),
                FactTables.of(comparison),
                Measured.of(measurements),
                Assets.read());
        Mustache template = new DefaultMustacheFactory(TEMPLATES).compile(PAGE);
        StringWriter html = new StringWriter();
        template.execute(html, page);
        return html.toString();
    }
}
