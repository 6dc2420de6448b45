package atlas.compare.choice;

import atlas.compare.facts.Facts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All options in the order in which they suit: level by level the one with fewer reasons against it comes first, then the
 * cheaper one, then the id. No points are added up, so a place is told by its reasons.
 */
public final class Ranking {
    private final List<Placed> placed;

    private Ranking(List<Placed> placed) {
        this.placed = List.copyOf(placed);
    }

    public static Ranking of(List<Candidate> candidates, Needs needs, Facts facts) {
        return by(Rules.of(needs, facts), candidates);
    }

    static Ranking by(List<Rule> rules, List<Candidate> candidates) {
        return new Ranking(candidates.stream()
                .map(candidate -> new Placed(
                        candidate,
                        rules.stream()
                                .flatMap(rule -> rule.judge(candidate).stream())
                                .toList()))
                .sorted(order())
                .toList());
    }

    private static Comparator<Placed> order() {
        Comparator<Placed> order = (one, other) -> 0;
        for (Level level : Level.values()) {
            order = order.thenComparing(placed -> placed.broken(level));
        }
        return order.thenComparing(placed -> placed.candidate().cost())
                .thenComparing(placed -> placed.candidate().id());
    }

    public List<Placed> all() {
        return placed;
    }

    /** Those that nothing rules out, the best first. */
    public List<Placed> fitting() {
        return placed.stream().filter(Placed::fits).toList();
    }

    public List<Placed> ruledOut() {
        return placed.stream().filter(one -> !one.fits()).toList();
    }

    public Optional<Placed> first() {
        return fitting().stream().findFirst();
    }
}
