package atlas.compare.report.html;

import atlas.compare.comparison.Comparison;
import atlas.compare.comparison.Comparison.Entry;
import atlas.compare.curve.Cheapest;
import atlas.compare.curve.CrossOver;
import atlas.compare.report.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What came out, in a sentence or two.
 *
 * @param rate the workload's, in requests a second
 * @param winner empty where none that carries the workload can be ranked
 * @param raised who would be cheaper, were its limits raised
 * @param below who is the cheapest at lower rates, and up to which
 * @param above who is the cheapest at higher rates, and from which on
 */
record Headline(
        Figure rate, Optional<Winner> winner, Optional<String> raised, Optional<Change> below, Optional<Change> above) {
    private static final String BECAUSE = "where the curves of the two meet, all limits raised";

    /** The cheapest, and what it costs a month. */
    record Winner(String title, Figure usd) {}

    /** Another one takes over at that rate. */
    record Change(String title, Figure at) {}

    static Headline of(Comparison comparison) {
        BigDecimal rate = comparison.terms().workload().requestsPerSecond();
        Optional<Entry> first =
                comparison.ranked().stream().filter(Entry::isRanked).findFirst();
        List<Cheapest> stretches = comparison.curves().cheapest();
        Optional<Cheapest> here = stretches.stream()
                .filter(stretch -> stretch.from().compareTo(rate) <= 0)
                .reduce((earlier, later) -> later);
        boolean same = first.isPresent()
                && here.isPresent()
                && here.get().setUp().equals(first.get().id());
        int index = here.map(stretches::indexOf).orElse(-1);
        return new Headline(
                Figure.rate(rate, Evidence.CITED, Workloads.source(comparison)),
                first.map(entry -> new Winner(entry.setUp().title(), Figure.total(entry.loaded()))),
                here.filter(stretch -> first.isPresent() && !same).map(stretch -> title(comparison, stretch)),
                Optional.of(index)
                        .filter(at -> same && at > 0)
                        .map(at -> change(comparison, stretches.get(at - 1), stretches.get(at), stretches.get(at - 1))),
                Optional.of(index)
                        .filter(at -> same && at + 1 < stretches.size())
                        .map(at ->
                                change(comparison, stretches.get(at), stretches.get(at + 1), stretches.get(at + 1))));
    }

    /** Between two stretches, told of one of them. */
    private static Change change(Comparison comparison, Cheapest lower, Cheapest upper, Cheapest told) {
        BigDecimal at = comparison.curves().crossOvers().stream()
                .filter(found ->
                        found.below().equals(lower.setUp()) && found.above().equals(upper.setUp()))
                .map(CrossOver::to)
                .findFirst()
                .orElse(upper.from());
        return new Change(title(comparison, told), Figure.computed(Rate.text(at), at, BECAUSE));
    }

    private static String title(Comparison comparison, Cheapest stretch) {
        return comparison.entries().stream()
                .filter(entry -> entry.id().equals(stretch.setUp()))
                .map(entry -> entry.setUp().title())
                .findFirst()
                .orElseThrow();
    }
}
