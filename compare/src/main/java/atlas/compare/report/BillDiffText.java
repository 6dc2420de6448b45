package atlas.compare.report;

import atlas.compare.bill.Bill;
import atlas.compare.bill.Group;
import atlas.compare.bill.Line;
import atlas.compare.diff.BillDiff;
import atlas.compare.diff.BillDiff.LineDiff;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What two set-ups cost, and what each costs more, for a terminal. */
final class BillDiffText {
    private static final String ABSENT = "-";
    private static final int LONGEST_NAME = 16;
    private static final int LONGEST_AMOUNT = 10;

    private final BillDiff bills;
    private final String left;
    private final String right;
    private final Page page;

    BillDiffText(BillDiff bills, String left, String right, Page page) {
        this.bills = bills;
        this.left = left;
        this.right = right;
        this.page = page;
    }

    void write() {
        page.heading("bill, %s: USD a month in %s"
                .formatted(bills.left().workload(), bills.left().region()));
        Table table = new Table("", ">" + Page.shortened(left, 20), ">" + Page.shortened(right, 20), ">difference");
        for (Group group : Group.values()) {
            table.add(
                    group.title(),
                    Money.usd(bills.left().total(group)),
                    Money.usd(bills.right().total(group)),
                    signed(bills.difference(group)));
        }
        table.add("total", total(bills.left()), total(bills.right()), signed(bills.difference()));
        page.table(table);
        refusals(bills.left(), left);
        refusals(bills.right(), right);
        notPriced(bills.left(), left);
        notPriced(bills.right(), right);
        lines();
    }

    private static String total(Bill bill) {
        return (bill.isComplete() ? "" : "at least ") + Money.usd(bill.total());
    }

    private void refusals(Bill bill, String name) {
        bill.refusals().forEach(refusal -> page.line("  %s cannot carry it: %s".formatted(name, refusal)));
    }

    private void notPriced(Bill bill, String name) {
        if (!bill.isComplete()) {
            page.list(
                    "  not priced in %s: ".formatted(name),
                    bill.notPriced().stream()
                            .map(entry -> "%s %s".formatted(Words.type(entry.type()), entry.resource()))
                            .distinct()
                            .toList());
        }
    }

    private void lines() {
        for (Group group : Group.values()) {
            List<LineDiff> lines =
                    bills.lines().stream().filter(line -> line.group() == group).toList();
            if (lines.isEmpty()) {
                continue;
            }
            page.line("");
            String one = Page.shortened(left, LONGEST_NAME);
            String other = Page.shortened(right, LONGEST_NAME);
            int room = Page.WIDTH - 2 - column(one) - column(other) - column("difference");
            Table table = new Table(group.title(), ">" + one, ">" + other, ">difference");
            lines.forEach(line -> table.add(
                    Page.shortened(
                            "%s  %s".formatted(line.item(), resource(line)).stripTrailing(), room),
                    amount(line.left()),
                    amount(line.right()),
                    signed(line.difference())));
            page.table(table);
        }
    }

    private static int column(String head) {
        return 2 + Math.max(head.length(), LONGEST_AMOUNT);
    }

    /** Of both, where it is one; else it would not be clear whose. */
    private static String resource(LineDiff line) {
        String one = line.left().or(line::right).map(Line::resource).orElse("");
        String other = line.right().or(line::left).map(Line::resource).orElse("");
        return one.equals(other) ? one : "";
    }

    private static String amount(Optional<Line> line) {
        return line.map(Line::amount).map(Money::usd).orElse(ABSENT);
    }

    private static String signed(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : amount.signum() < 0 ? "-" : "") + Money.usd(amount.abs());
    }
}
