package atlas.compare.report.html;

import atlas.compare.comparison.Comparison;
import atlas.compare.prices.Snapshot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the numbers hold for.
 *
 * @param options how many were compared
 * @param age of the prices in days
 * @param warning where the prices are old
 */
record Circumstances(
        Figure options,
        String region,
        String workload,
        List<Given> given,
        String purchase,
        String running,
        LocalDate reviewed,
        Figure age,
        Optional<String> warning,
        LocalDate today,
        String version) {

    /** What the workload says about itself. */
    record Given(Figure figure, String unit) {}

    static Circumstances of(Comparison comparison, Snapshot prices, LocalDate today) {
        return new Circumstances(
                Figure.count(comparison.entries().size(), "set-ups that were read from their templates"),
                comparison.terms().prices().region(),
                comparison.terms().workload().name(),
                Workloads.given(comparison),
                comparison.terms().purchase().title(),
                comparison.terms().running().title(),
                prices.reviewed(),
                Figure.computed(
                        String.valueOf(prices.daysOldOn(today)),
                        BigDecimal.valueOf(prices.daysOldOn(today)),
                        "from the day of the review to that of this report"),
                prices.warningOn(today),
                today,
                Assets.version());
    }
}
