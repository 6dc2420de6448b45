package atlas.compare.report;

import atlas.compare.bill.Bill;
import atlas.compare.bill.Group;
import atlas.compare.capacity.Fleet;
import atlas.compare.comparison.Comparison;
import atlas.compare.comparison.Comparison.Entry;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** One row a set-up: what it creates, what it costs idle and under the workload, and whether it carries that. */
final class ComparisonTable {
    private static final String NONE = "-";

    private final Comparison comparison;

    ComparisonTable(Comparison comparison) {
        this.comparison = comparison;
    }

    Table table() {
        Table table = new Table(
                "option", ">resources", ">idle USD", ">load USD", ">forgotten", ">ratio", "units", "carries it");
        comparison
                .ranked()
                .forEach(entry -> table.add(
                        entry.id(),
                        entry.setUp().resources().count(),
                        total(entry.idle(), entry.idle().total()),
                        total(entry.loaded(), entry.loaded().total()),
                        Money.usd(entry.loaded().total(Group.OFTEN_FORGOTTEN)),
                        relative(entry),
                        units(entry),
                        carries(entry)));
        return table;
    }

    /** An incomplete bill is at least so much. */
    private static String total(Bill bill, BigDecimal amount) {
        return (bill.isComplete() ? "" : "≥") + Money.usd(amount);
    }

    /** An event is as much work as a request, and nobody waits for it. */
    private static String carries(Entry entry) {
        if (!entry.loaded().isCarried()) {
            return "no";
        }
        return entry.answers() ? "yes" : "as events";
    }

    private String relative(Entry entry) {
        return comparison
                .least()
                .filter(least -> entry.isRanked() && least.signum() > 0)
                .map(least -> entry.loaded()
                        .total()
                        .divide(least, 2, RoundingMode.HALF_UP)
                        .toPlainString())
                .orElse(NONE);
    }

    /** Fewest and most under the workload: at its quietest hour and at its peak. */
    private String units(Entry entry) {
        return entry.biller().path().servers().stream()
                .findFirst()
                .map(server -> {
                    BigDecimal peak = comparison.terms().workload().peakRequestsPerSecond();
                    int most = server.units(comparison.terms().workload(), peak);
                    int fewest = server instanceof Fleet fleet ? fleet.min() : 0;
                    String range = fewest == most ? String.valueOf(most) : fewest + "-" + most;
                    return "%s %s%s".formatted(range, server.unit(), range.equals("1") ? "" : "s");
                })
                .orElse(NONE);
    }
}
