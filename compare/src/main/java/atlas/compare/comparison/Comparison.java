package atlas.compare.comparison;

import atlas.compare.bill.Bill;
import atlas.compare.bill.Biller;
import atlas.compare.bill.NotPriced;
import atlas.compare.bill.Terms;
import atlas.compare.capacity.Fleet;
import atlas.compare.capacity.RequestPath.Source;
import atlas.compare.curve.Curve;
import atlas.compare.curve.Curves;
import atlas.compare.template.SetUp;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Several set-ups under one workload: what every face of the comparison shows. */
public final class Comparison {
    private final Terms terms;
    private final List<Entry> entries;
    private final Curves curves;

    private Comparison(Terms terms, List<Entry> entries, Curves curves) {
        this.terms = terms;
        this.entries = List.copyOf(entries);
        this.curves = curves;
    }

    /**
     * One set-up among others.
     *
     * @param idle its bill when nobody asks
     * @param loaded its bill under the workload
     */
    public record Entry(Biller biller, Bill idle, Bill loaded) {
        public SetUp setUp() {
            return biller.setUp();
        }

        public String id() {
            return biller.setUp().id();
        }

        /** Whether somebody asks it and gets an answer. Others do other work, and are not held against those that do. */
        public boolean answers() {
            return biller.path().source() == Source.REQUEST;
        }

        /** Whether its cost may be held against others': nothing is missing that costs something when nobody asks. */
        public boolean isComparable() {
            return answers() && idle.isComplete();
        }

        /** Whether it is a choice for this workload. */
        public boolean isRanked() {
            return isComparable() && loaded.isCarried();
        }

        /** Why its bill says nothing beside others: what costs money in any case and has no price here. */
        public List<String> hidden() {
            return idle.notPriced().stream().map(NotPriced::why).distinct().toList();
        }
    }

    /** How many units of what answer, at the quietest and at the busiest hour. */
    public record Units(int fewest, int most, String name) {
        @Override
        public String toString() {
            String range = fewest == most ? String.valueOf(most) : fewest + "-" + most;
            return "%s %s%s".formatted(range, name, range.equals("1") ? "" : "s");
        }
    }

    public static Comparison of(List<SetUp> setUps, Terms terms) {
        List<Biller> billers = setUps.stream().map(Biller::new).toList();
        Terms idle = terms.with(Workload.idle());
        List<Entry> entries = new ArrayList<>();
        billers.forEach(biller -> entries.add(new Entry(biller, biller.bill(idle), biller.bill(terms))));
        Curves curves = new Curves(
                billers.stream().map(biller -> new Curve(biller, terms)).toList());
        return new Comparison(terms, entries, curves);
    }

    public Terms terms() {
        return terms;
    }

    /** In the order given. */
    public List<Entry> entries() {
        return entries;
    }

    /** The cheapest first; those that cannot carry the workload, answer nobody or hide a fixed cost after all others. */
    public List<Entry> ranked() {
        return entries.stream()
                .sorted(Comparator.comparing((Entry entry) -> !entry.isRanked())
                        .thenComparing(entry -> entry.loaded().total())
                        .thenComparing(Entry::id))
                .toList();
    }

    /** What the cheapest that carries the workload costs. */
    public Optional<BigDecimal> least() {
        return entries.stream()
                .filter(Entry::isRanked)
                .map(entry -> entry.loaded().total())
                .reduce(BigDecimal::min);
    }

    /** What it costs where the cheapest costs 1; empty for one that is not ranked. */
    public Optional<BigDecimal> relative(Entry entry) {
        return least().filter(least -> entry.isRanked() && least.signum() > 0)
                .map(least -> entry.loaded().total().divide(least, 2, RoundingMode.HALF_UP));
    }

    /** Of the first of those that share the requests; empty where nothing answers. */
    public Optional<Units> units(Entry entry) {
        Workload workload = terms.workload();
        return entry.biller().path().servers().stream()
                .findFirst()
                .map(server -> new Units(
                        server instanceof Fleet fleet ? fleet.min() : 0,
                        server.units(
                                workload,
                                workload.peakRequestsPerSecond()
                                        .multiply(entry.biller().path().share(server.resource()))),
                        server.unit()));
    }

    public Curves curves() {
        return curves;
    }
}
