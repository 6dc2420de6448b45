package atlas.compare.curve;

import atlas.compare.bill.Bill;
import atlas.compare.bill.Biller;
import atlas.compare.bill.Terms;
import atlas.compare.capacity.Fleet;
import atlas.compare.capacity.RequestPath.Source;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a set-up costs a month at any rate, all else of the workload being equal. Maxima, throttles and quotas are taken as
 * raised, so the curve goes on beyond what the template allows; where that ends, a point says so.
 */
public final class Curve {
    /** Beyond so many units one more is less than two hundredths of the cost. */
    private static final int STEPS = 50;

    private static final BigDecimal BARELY_MORE = new BigDecimal("1.0001");
    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private final Biller biller;
    private final Terms terms;
    private final Map<BigDecimal, Bill> bills = new HashMap<>();

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
        return new Point(rate, bill.total(), biller.refusals(terms.at(rate)).isEmpty(), bill.isComplete());
    }

    public BigDecimal cost(BigDecimal rate) {
        return raised(rate).total();
    }

    private Bill raised(BigDecimal rate) {
        return bills.computeIfAbsent(rate, asked -> biller.bill(terms.at(asked).whenRaised()));
    }

    /** Rates on both sides of which the number of units differs: where the curve jumps, and just after. */
    Set<BigDecimal> jumps() {
        Set<BigDecimal> jumps = new TreeSet<>();
        BigDecimal peak = terms.workload().at(BigDecimal.ONE).peakRequestsPerSecond();
        BigDecimal servers = BigDecimal.valueOf(biller.path().servers().size());
        biller.path().servers().forEach(server -> {
            if (server instanceof Fleet fleet) {
                fleet.capacity(terms.workload())
                        .map(capacity -> capacity.multiply(servers)
                                .multiply(terms.running().share())
                                .divide(peak, PRECISION))
                        .ifPresent(capacity -> addJumps(capacity, jumps));
            }
        });
        return jumps;
    }

    private static void addJumps(BigDecimal capacity, Set<BigDecimal> jumps) {
        for (int units = 1; units <= STEPS; units++) {
            BigDecimal jump = capacity.multiply(BigDecimal.valueOf(units)).round(PRECISION);
            if (jump.compareTo(Rates.LOWEST) > 0 && jump.compareTo(Rates.HIGHEST) < 0) {
                jumps.add(jump);
                jumps.add(jump.multiply(BARELY_MORE).round(PRECISION));
            }
        }
    }
}
