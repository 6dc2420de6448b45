package atlas.compare.curve;

import atlas.compare.bill.Bill;
import atlas.compare.bill.Biller;
import atlas.compare.bill.Terms;
import atlas.compare.capacity.RequestPath.Source;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a set-up costs a month at any rate, all else of the workload being equal. Maxima, throttles and quotas are taken as
 * raised, so the curve goes on beyond what the template allows; where that ends, a point says so.
 */
public final class Curve {
    private final Biller biller;
    private final Terms terms;
    private final Map<BigDecimal, BigDecimal> costs = new HashMap<>();

    public Curve(Biller biller, Terms terms) {
        this.biller = biller;
        this.terms = terms;
    }

    /**
     * @param usd a month; a least when the bill is not complete
     * @param asWritten whether the template carries that rate as it is
     * @param complete whether everything at that rate has a price
     */
    public record Point(BigDecimal rate, BigDecimal usd, boolean asWritten, boolean complete) {}

    /** The option's id. */
    public String setUp() {
        return biller.setUp().id();
    }

    /** Whether it has a curve: it answers requests, breaks no limit that nobody can raise, and hides no fixed cost. */
    public boolean isDrawn() {
        return biller.path().source() == Source.REQUEST
                && raised(Rates.LOWEST).isCarried()
                && biller.bill(terms.with(Workload.idle())).isComplete();
    }

    public List<Point> points(int aDecade) {
        return Rates.evenly(aDecade).stream().map(this::point).toList();
    }

    public Point point(BigDecimal rate) {
        Bill bill = raised(rate);
        return new Point(rate, bill.total(), isAsWritten(rate), bill.isComplete());
    }

    public BigDecimal cost(BigDecimal rate) {
        return costs.computeIfAbsent(rate, asked -> raised(asked).total());
    }

    /** The highest rate that the template carries as it is, to a ten-thousandth; empty when it does not carry the lowest. */
    public Optional<BigDecimal> asWrittenUpTo() {
        return Rates.highest(this::isAsWritten);
    }

    private boolean isAsWritten(BigDecimal rate) {
        return biller.refusals(terms.at(rate)).isEmpty();
    }

    private Bill raised(BigDecimal rate) {
        return biller.bill(terms.at(rate).whenRaised());
    }
}
