package atlas.compare.choice;

import atlas.compare.bill.Biller;
import atlas.compare.bill.Terms;
import atlas.compare.curve.Cheapest;
import atlas.compare.curve.Curve;
import atlas.compare.curve.Curves;
import atlas.compare.facts.Facts;
import atlas.compare.report.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what would put another option first: one need less, or another rate. */
final class Changes {
    private Changes() {}

    /** Takes each need away, and looks who comes first then. */
    static List<Change> ofNeeds(List<Candidate> candidates, Needs needs, Facts facts) {
        String first = first(candidates, needs, facts).map(Candidate::id).orElse("");
        List<Change> changes = new ArrayList<>();
        for (Requirement requirement : needs.requirements()) {
            first(candidates, needs.without(requirement), facts)
                    .filter(other -> !other.id().equals(first))
                    .ifPresent(other -> changes.add(new Change("without " + requirement.title(), comesFirst(other))));
        }
        if (needs.avoidsColdStarts()) {
            first(candidates, needs.withColdStarts(), facts)
                    .filter(other -> !other.id().equals(first))
                    .ifPresent(other -> changes.add(new Change("if cold starts are allowed", comesFirst(other))));
        }
        List<Rule> rules = new ArrayList<>(Rules.of(needs, facts));
        rules.removeIf(CapacityRule.class::isInstance);
        Ranking.by(rules, candidates)
                .first()
                .map(Placed::candidate)
                .filter(other -> !other.id().equals(first))
                .ifPresent(other ->
                        changes.add(new Change("with maxima, throttles and quotas raised", comesFirst(other))));
        return changes;
    }

    /** Looks along the curves of those that fit, whose maxima are taken as raised. */
    static List<Change> ofRate(List<Biller> fitting, Terms terms, String first) {
        List<Cheapest> stretches = new Curves(
                        fitting.stream().map(biller -> new Curve(biller, terms)).toList())
                .cheapest();
        BigDecimal rate = terms.workload().requestsPerSecond();
        List<Change> changes = new ArrayList<>();
        stretches.stream()
                .filter(stretch ->
                        stretch.to().compareTo(rate) < 0 && !stretch.setUp().equals(first))
                .reduce((earlier, later) -> later)
                .ifPresent(stretch -> changes.add(new Change(
                        "at %s requests a second and less".formatted(written(stretch.to())), least(stretch))));
        stretches.stream()
                .filter(stretch ->
                        stretch.from().compareTo(rate) > 0 && !stretch.setUp().equals(first))
                .findFirst()
                .ifPresent(stretch -> changes.add(new Change(
                        "at %s requests a second and more".formatted(written(stretch.from())), least(stretch))));
        return changes;
    }

    private static Optional<Candidate> first(List<Candidate> candidates, Needs needs, Facts facts) {
        return Ranking.of(candidates, needs, facts).first().map(Placed::candidate);
    }

    private static String comesFirst(Candidate candidate) {
        return "%s comes first, at %s USD a month".formatted(candidate.id(), Money.usd(candidate.cost()));
    }

    private static String least(Cheapest stretch) {
        return "%s costs the least of those that fit, with as many units as it takes".formatted(stretch.setUp());
    }

    /** Three digits are all that a rate means. */
    private static String written(BigDecimal rate) {
        return rate.round(new MathContext(3)).stripTrailingZeros().toPlainString();
    }
}
