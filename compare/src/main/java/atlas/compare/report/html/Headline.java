package atlas.compare.report.html;

import atlas.compare.comparison.Comparison;
import atlas.compare.comparison.Comparison.Entry;
import atlas.compare.curve.CrossOver;
import atlas.compare.report.Rate;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

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
        Optional<Entry> winner =
                comparison.ranked().stream().filter(Entry::isRanked).findFirst();
        return new Headline(
                Figure.rate(rate, Evidence.CITED, Workloads.source(comparison)),
                winner.map(entry -> new Winner(entry.setUp().title(), Figure.total(entry.loaded()))),
                winner.flatMap(entry -> raised(comparison, entry)),
                winner.flatMap(entry -> below(comparison, entry.id())),
                winner.flatMap(entry -> above(comparison, entry.id())));
    }

    private static Optional<String> raised(Comparison comparison, Entry winner) {
        BigDecimal rate = comparison.terms().workload().requestsPerSecond();
        return comparison.curves().drawn().stream()
                .min(Comparator.comparing(curve -> curve.cost(rate)))
                .filter(curve -> curve.cost(rate).compareTo(winner.loaded().total()) < 0)
                .map(curve -> title(comparison, curve.setUp()));
    }

    /** Of those that are the cheapest somewhere below, the nearest that gives way to the winner for good. */
    private static Optional<Change> below(Comparison comparison, String winner) {
        BigDecimal rate = comparison.terms().workload().requestsPerSecond();
        return comparison.curves().cheapest().stream()
                .filter(stretch -> stretch.from().compareTo(rate) < 0)
                .flatMap(stretch -> lasting(comparison, stretch.setUp(), winner))
                .filter(found -> found.from().compareTo(rate) <= 0)
                .reduce((further, nearer) -> nearer)
                .map(found -> change(comparison, found.below(), found.from()));
    }

    private static Optional<Change> above(Comparison comparison, String winner) {
        BigDecimal rate = comparison.terms().workload().requestsPerSecond();
        return comparison.curves().cheapest().stream()
                .filter(stretch -> stretch.to().compareTo(rate) > 0)
                .flatMap(stretch -> lasting(comparison, winner, stretch.setUp()))
                .filter(found -> found.to().compareTo(rate) >= 0)
                .findFirst()
                .map(found -> change(comparison, found.above(), found.to()));
    }

    private static Stream<CrossOver> lasting(Comparison comparison, String below, String above) {
        return comparison.curves().crossOvers().stream()
                .filter(CrossOver::isLasting)
                .filter(found -> found.below().equals(below) && found.above().equals(above));
    }

    private static Change change(Comparison comparison, String id, BigDecimal at) {
        return new Change(title(comparison, id), Figure.computed(Rate.text(at), at, BECAUSE));
    }

    private static String title(Comparison comparison, String id) {
        return comparison.entries().stream()
                .filter(entry -> entry.id().equals(id))
                .map(entry -> entry.setUp().title())
                .findFirst()
                .orElseThrow();
    }
}
