package atlas.compare.report;

import atlas.compare.bill.Bill;
import atlas.compare.bill.Group;
import atlas.compare.bill.Line;
import atlas.compare.bill.NeedsUsage;
import atlas.compare.prices.Confidence;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A bill for a terminal: its groups, each with its lines, the largest first, then what is left out. */
public final class BillText {
    private static final int WIDTH = 100;

    private final Bill bill;
    private final StringBuilder text = new StringBuilder();

    private BillText(Bill bill) {
        this.bill = bill;
    }

    public static String of(Bill bill) {
        return new BillText(bill).text();
    }

    private String text() {
        for (Group group : Group.values()) {
            List<Line> lines = bill.lines().stream()
                    .filter(line -> line.group() == group)
                    .sorted(Comparator.comparing(Line::amount).reversed())
                    .toList();
            if (!lines.isEmpty()) {
                line("%s, %s USD a month".formatted(group.title(), Money.usd(bill.total(group))));
                lines.forEach(this::line);
                line("");
            }
        }
        line("total, %s: %s%s USD a month in %s%s"
                .formatted(
                        bill.workload(),
                        bill.isComplete() ? "" : "at least ",
                        Money.usd(bill.total()),
                        bill.region(),
                        bill.confidence() == Confidence.READ
                                ? ""
                                : ", in part %s (*)".formatted(bill.confidence().title())));
        bill.refusals().forEach(refusal -> line("cannot carry it: " + refusal));
        notPriced();
        needsUsage();
        return text.toString().stripTrailing();
    }

    private void line(Line line) {
        String mark = line.confidence() == Confidence.READ ? "" : "*";
        String left = "  %s  %s".formatted(line.item(), line.resource());
        String amount = Money.usd(line.amount()) + mark;
        line("%s%s".formatted(fitted(left, WIDTH - amount.length() - 2), "  " + amount));
        line("      " + line.formula());
    }

    private void notPriced() {
        if (!bill.notPriced().isEmpty()) {
            line("");
            line("not priced:");
            bill.notPriced()
                    .forEach(entry -> line("  %s %s: %s"
                            .formatted(entry.type(), entry.resource(), entry.why())
                            .replaceFirst("^ +", "  ")));
        }
    }

    /** Alike ones together: a set-up has many queues. */
    private void needsUsage() {
        if (bill.needsUsage().isEmpty()) {
            return;
        }
        Map<String, Long> counts = bill.needsUsage().stream()
                .collect(Collectors.groupingBy(BillText::kind, TreeMap::new, Collectors.counting()));
        line("");
        line("needs usage, and costs nothing until then:");
        counts.forEach((kind, count) -> line("  %s%s".formatted(count == 1 ? "" : count + " x ", kind)));
    }

    private static String kind(NeedsUsage entry) {
        return "%s: %s".formatted(entry.type(), entry.usage());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String fitted(String text, int width) {
        return text.length() > width ? text.substring(0, width - 1) + "…" : text + " ".repeat(width - text.length());
    }
}
