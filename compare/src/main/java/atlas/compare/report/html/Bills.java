package atlas.compare.report.html;

import atlas.compare.bill.Bill;
import atlas.compare.bill.Group;
import atlas.compare.bill.Line;
import atlas.compare.bill.NeedsUsage;
import atlas.compare.comparison.Comparison;
import atlas.compare.comparison.Comparison.Entry;
import atlas.compare.prices.Confidence;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every bill under the workload, line by line, and the prices behind them. */
record Bills(List<Page> pages, Prices prices) {
    /** One set-up's. */
    record Page(
            String id,
            String title,
            Figure total,
            Split split,
            String told,
            List<Part> groups,
            List<Missing> notPriced,
            List<Unused> needsUsage) {
        boolean isIncomplete() {
            return !notPriced.isEmpty();
        }

        boolean mayCostMore() {
            return !needsUsage.isEmpty();
        }
    }

    /** The lines of a group, the largest first. */
    record Part(String key, String title, Figure total, List<Row> lines) {}

    /** @param unsure how, where its price was not read */
    record Row(
            String item,
            String resource,
            Figure quantity,
            String unit,
            Figure unitPrice,
            Figure amount,
            String formula,
            String priceKey,
            String unsure) {}

    /** What has no price. */
    record Missing(String resource, String type, String why) {}

    /** Resources that cost nothing until they are used, alike ones together. */
    record Unused(String type, String usage, Figure count, boolean several) {}

    static Bills of(Comparison comparison) {
        BigDecimal dearest = comparison.entries().stream()
                .map(entry -> entry.loaded().total())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        Prices prices = Prices.of(comparison);
        return new Bills(
                comparison.ranked().stream()
                        .map(entry -> page(entry, dearest, prices))
                        .toList(),
                prices);
    }

    private static Page page(Entry entry, BigDecimal dearest, Prices prices) {
        Bill bill = entry.loaded();
        return new Page(
                entry.id(),
                entry.setUp().title(),
                Figure.total(bill),
                Split.of(bill, dearest),
                Split.told(bill),
                Stream.of(Group.values())
                        .map(group -> part(bill, group, prices))
                        .filter(part -> !part.lines().isEmpty())
                        .toList(),
                bill.notPriced().stream()
                        .map(left -> new Missing(left.resource(), left.type(), left.why()))
                        .toList(),
                unused(bill));
    }

    private static Part part(Bill bill, Group group, Prices prices) {
        return new Part(
                group.key(),
                group.title(),
                Figure.usd(bill.total(group), "the sum of these lines"),
                bill.lines().stream()
                        .filter(line -> line.group() == group)
                        .sorted(Comparator.comparing(Line::amount).reversed())
                        .map(line -> row(line, prices))
                        .toList());
    }

    private static Row row(Line line, Prices prices) {
        return new Row(
                line.item(),
                line.resource(),
                Figure.computed(Figure.written(line.quantity().round(Figure.SHOWN)), line.quantity(), line.formula()),
                line.unit(),
                Figure.cited(line.unitPrice(), prices.source(line.priceKey())),
                Figure.usd(line.amount(), line.formula()),
                line.formula(),
                line.priceKey(),
                line.confidence() == Confidence.READ ? "" : line.confidence().title());
    }

    private static List<Unused> unused(Bill bill) {
        Map<NeedsUsage, Long> counts = bill.needsUsage().stream()
                .map(one -> new NeedsUsage("", one.type(), one.usage()))
                .collect(Collectors.groupingBy(
                        one -> one,
                        () -> new TreeMap<>(
                                Comparator.comparing(NeedsUsage::type).thenComparing(NeedsUsage::usage)),
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(kind -> new Unused(
                        kind.getKey().type(),
                        kind.getKey().usage(),
                        Figure.count(kind.getValue(), "resources in its templates"),
                        kind.getValue() > 1))
                .toList();
    }
}
