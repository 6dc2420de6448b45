package atlas.compare.report.html;

import atlas.compare.bill.Bill;
import atlas.compare.comparison.Comparison;
import atlas.compare.comparison.Comparison.Entry;
import atlas.compare.prices.Confidence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One row a set-up, the cheapest first. */
record Overview(List<Row> rows) {
    /**
     * @param colour of its curve; empty where it has none
     * @param carries whether it carries the workload, in a word
     * @param reasons why it does not, or why it is not ranked
     * @param confidence of the least sure of its prices; empty when all were read
     */
    record Row(
            String id,
            String title,
            Optional<Integer> colour,
            Figure idle,
            Figure loaded,
            Optional<Figure> relative,
            Optional<Figure> units,
            Split split,
            String told,
            String carries,
            List<String> reasons,
            String confidence) {}

    static Overview of(Comparison comparison, Colours colours) {
        BigDecimal dearest = comparison.entries().stream()
                .map(entry -> entry.loaded().total())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        return new Overview(comparison.ranked().stream()
                .map(entry -> row(comparison, entry, dearest, colours))
                .toList());
    }

    private static Row row(Comparison comparison, Entry entry, BigDecimal dearest, Colours colours) {
        Bill bill = entry.loaded();
        return new Row(
                entry.id(),
                entry.setUp().title(),
                colours.of(entry.id()),
                Figure.total(entry.idle()),
                Figure.total(bill),
                comparison
                        .relative(entry)
                        .map(times -> Figure.computed(
                                times.toPlainString(),
                                times,
                                "its total by that of the cheapest that carries the workload")),
                comparison
                        .units(entry)
                        .map(units -> Figure.computed(
                                units.toString(),
                                BigDecimal.valueOf(units.most()),
                                "the workload's quietest and busiest rate by what one unit carries")),
                Split.of(bill, dearest),
                Split.told(bill),
                carries(entry),
                reasons(entry),
                bill.confidence() == Confidence.READ ? "" : bill.confidence().title());
    }

    /** An event is as much work as a request, and nobody waits for it. */
    private static String carries(Entry entry) {
        if (!entry.loaded().isCarried()) {
            return "no";
        }
        return entry.answers() ? "yes" : "as events";
    }

    private static List<String> reasons(Entry entry) {
        List<String> reasons = new ArrayList<>(entry.loaded().refusals());
        entry.hidden().forEach(why -> reasons.add("not ranked: " + why));
        return reasons;
    }
}
