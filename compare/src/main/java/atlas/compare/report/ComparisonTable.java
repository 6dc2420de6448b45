package atlas.compare.report;

import atlas.compare.bill.Bill;
import atlas.compare.bill.Group;
import atlas.compare.comparison.Comparison;
import atlas.compare.comparison.Comparison.Entry;
import java.math.BigDecimal;

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
                        comparison
                                .relative(entry)
                                .map(BigDecimal::toPlainString)
                                .orElse(NONE),
                        comparison.units(entry).map(Object::toString).orElse(NONE),
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
}
