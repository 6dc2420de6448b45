package atlas.compare.report.html;

import atlas.compare.bill.Group;
import atlas.compare.comparison.Comparison.Entry;
import atlas.compare.diff.BillDiff;
import atlas.compare.diff.Diff;
import atlas.compare.diff.StackDiff;
import atlas.compare.report.Money;
import atlas.compare.template.Resource;
import atlas.compare.template.Stack;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Two set-ups side by side: in figures, in money, and in what one has and the other has not.
 *
 * @param shared stacks that are the same in both
 * @param alike how many resources of the other stacks have a counterpart that does not differ
 * @param changed how many have one that does
 */
record Twosome(
        Side left,
        Side right,
        List<About> figures,
        List<Costs> costs,
        List<String> shared,
        Figure alike,
        Figure changed) {
    private static final String COUNTED = "read and counted in the templates of both";

    /** One of the two, and what only it has: whole stacks, and resources of those that have a counterpart. */
    record Side(String id, String title, List<String> stacks, List<Kind> resources) {
        boolean hasNothing() {
            return stacks.isEmpty() && resources.isEmpty();
        }
    }

    /** Resources of one type, by their names. */
    record Kind(String type, List<String> names) {}

    /** A figure of both. */
    record About(String what, Figure left, Figure right) {}

    /** What both cost a month. */
    record Costs(String what, Figure left, Figure right, Figure difference) {}

    boolean isSharing() {
        return !shared.isEmpty();
    }

    static Twosome of(Entry left, Entry right, Map<String, String> lefts, Map<String, String> rights) {
        Diff diff = Diff.of(left.setUp(), right.setUp());
        BillDiff bills = BillDiff.of(diff, left.loaded(), right.loaded());
        return new Twosome(
                side(left, diff.onlyLeft(), diff.stacks().stream().flatMap(stack -> stack.onlyLeft().stream())),
                side(right, diff.onlyRight(), diff.stacks().stream().flatMap(stack -> stack.onlyRight().stream())),
                lefts.entrySet().stream()
                        .map(figure ->
                                new About(figure.getKey(), read(figure.getValue()), read(rights.get(figure.getKey()))))
                        .toList(),
                costs(bills),
                diff.shared().stream().map(Stack::name).toList(),
                Figure.count(diff.stacks().stream().mapToInt(StackDiff::alike).sum(), COUNTED),
                Figure.count(
                        diff.stacks().stream()
                                .mapToInt(stack -> stack.changed().size())
                                .sum(),
                        COUNTED));
    }

    private static Side side(Entry entry, List<Stack> stacks, Stream<Resource> resources) {
        Map<String, List<String>> names = new TreeMap<>();
        resources.forEach(resource -> names.computeIfAbsent(resource.type(), type -> new ArrayList<>())
                .add(resource.name().plainId()));
        return new Side(
                entry.id(),
                entry.setUp().title(),
                stacks.stream().map(Stack::name).toList(),
                names.entrySet().stream()
                        .map(kind -> new Kind(kind.getKey(), kind.getValue()))
                        .toList());
    }

    private static Figure read(String text) {
        return Figure.computed(text, BigDecimal.ZERO, "read and counted in its templates");
    }

    private static List<Costs> costs(BillDiff bills) {
        List<Costs> costs = new ArrayList<>();
        for (Group group : Group.values()) {
            costs.add(new Costs(
                    group.title(),
                    Figure.usd(bills.left().total(group), "the lines of its bill that are " + group.title()),
                    Figure.usd(bills.right().total(group), "the lines of its bill that are " + group.title()),
                    signed(bills.difference(group))));
        }
        costs.add(new Costs(
                "total", Figure.total(bills.left()), Figure.total(bills.right()), signed(bills.difference())));
        return costs;
    }

    private static Figure signed(BigDecimal difference) {
        String sign = difference.signum() > 0 ? "+" : difference.signum() < 0 ? "−" : "";
        return Figure.computed(sign + Money.usd(difference.abs()), difference, "the right one less the left one");
    }
}
