package atlas.compare.diff;

import atlas.compare.bill.Bill;
import atlas.compare.bill.Group;
import atlas.compare.bill.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What two set-ups do not pay alike, line by line. Lines stand for each other when they are of one group and item, and about
 * one resource, or two that stand for each other; failing that, when they have one price.
 *
 * @param lines those that only one has, or that differ in amount; the largest difference of a group first
 */
public record BillDiff(Bill left, Bill right, List<LineDiff> lines) {
    public BillDiff {
        lines = List.copyOf(lines);
    }

    /**
     * One line of both bills, or of one.
     *
     * @param left empty when only the right one has it
     * @param right empty when only the left one has it
     */
    public record LineDiff(Group group, String item, Optional<Line> left, Optional<Line> right) {
        /** What the right one costs more; negative for less. */
        public BigDecimal difference() {
            return amount(right).subtract(amount(left));
        }

        private static BigDecimal amount(Optional<Line> line) {
            return line.map(Line::amount).orElse(BigDecimal.ZERO);
        }
    }

    public static BillDiff of(Diff diff, Bill left, Bill right) {
        Map<String, String> names = diff.leftOfRight();
        List<Line> ones = new ArrayList<>(left.lines());
        List<Line> others = new ArrayList<>(right.lines());
        List<LineDiff> lines = new ArrayList<>();
        take(ones, others, lines, (one, other) -> one.resource()
                .equals(names.getOrDefault(other.resource(), other.resource())));
        take(ones, others, lines, (one, other) -> one.priceKey().equals(other.priceKey()));
        ones.forEach(line -> lines.add(new LineDiff(line.group(), line.item(), Optional.of(line), Optional.empty())));
        others.forEach(line -> lines.add(new LineDiff(line.group(), line.item(), Optional.empty(), Optional.of(line))));
        lines.removeIf(line -> line.difference().signum() == 0);
        lines.sort(Comparator.comparing(LineDiff::group)
                .thenComparing(line -> line.difference().abs().negate())
                .thenComparing(LineDiff::item));
        return new BillDiff(left, right, lines);
    }

    /** Takes away lines of one group and item, each with the first of the other bill that goes with it. */
    private static void take(
            List<Line> ones, List<Line> others, List<LineDiff> lines, BiPredicate<Line, Line> together) {
        for (Line one : List.copyOf(ones)) {
            others.stream()
                    .filter(other -> other.group() == one.group()
                            && other.item().equals(one.item())
                            && together.test(one, other))
                    .findFirst()
                    .ifPresent(other -> {
                        ones.remove(one);
                        others.remove(other);
                        lines.add(new LineDiff(one.group(), one.item(), Optional.of(one), Optional.of(other)));
                    });
        }
    }

    /** What the right one costs more; negative for less. */
    public BigDecimal difference() {
        return right.total().subtract(left.total());
    }

    public BigDecimal difference(Group group) {
        return right.total(group).subtract(left.total(group));
    }
}
