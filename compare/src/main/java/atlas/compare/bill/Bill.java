package atlas.compare.bill;

import atlas.compare.prices.Confidence;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a set-up costs in a month of 730 hours, or as many as the workload says, in USD, before tax.
 *
 * @param setUp its id
 * @param workload its name; {@code idle} when there is none
 * @param notPriced what is missing; the total is then a least
 * @param needsUsage what would cost something if it were used
 * @param refusals why the set-up cannot carry the workload; empty when it can
 */
public record Bill(
        String setUp,
        String region,
        String workload,
        List<Line> lines,
        List<NotPriced> notPriced,
        List<NeedsUsage> needsUsage,
        List<String> refusals) {

    public Bill {
        lines = List.copyOf(lines);
        notPriced = List.copyOf(notPriced);
        needsUsage = List.copyOf(needsUsage);
        refusals = List.copyOf(refusals);
    }

    public BigDecimal total() {
        return sum(line -> true);
    }

    public BigDecimal total(Group group) {
        return sum(line -> line.group() == group);
    }

    private BigDecimal sum(Predicate<Line> wanted) {
        return lines.stream().filter(wanted).map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** One that is not says "at least". */
    public boolean isComplete() {
        return notPriced.isEmpty();
    }

    public boolean isCarried() {
        return refusals.isEmpty();
    }

    /** As sure as the least sure of its lines. */
    public Confidence confidence() {
        return lines.stream().map(Line::confidence).reduce(Confidence.READ, Confidence::and);
    }
}
