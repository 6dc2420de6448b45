package atlas.compare.choice;

import atlas.compare.bill.Biller;
import atlas.compare.bill.Terms;
import atlas.compare.facts.Facts;
import atlas.compare.template.SetUp;
import atlas.compare.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which option suits, and why.
 *
 * @param terms on which the bills were made; for work that the clock starts nobody asks
 * @param why the first is first
 * @param changes what would put another one first
 */
public record Choice(Needs needs, Terms terms, Ranking ranking, String why, List<Change> changes) {
    public Choice {
        changes = List.copyOf(changes);
    }

    public static Choice among(List<SetUp> options, Needs needs, Terms given, Facts facts) {
        Terms terms = needs.start() == Start.CLOCK ? given.with(Workload.idle()) : given;
        List<Biller> billers = options.stream().map(Biller::new).toList();
        List<Candidate> candidates =
                billers.stream().map(biller -> Candidate.of(biller, terms)).toList();
        Choice choice = among(candidates, needs, facts, terms);
        if (needs.start() != Start.REQUESTS || choice.ranking.first().isEmpty()) {
            return choice;
        }
        Set<String> fitting = choice.ranking.fitting().stream()
                .map(placed -> placed.candidate().id())
                .collect(Collectors.toSet());
        String first = choice.ranking.first().get().candidate().id();
        List<Change> changes = new ArrayList<>(choice.changes);
        changes.addAll(Changes.ofRate(
                billers.stream()
                        .filter(biller -> fitting.contains(biller.setUp().id()))
                        .toList(),
                terms,
                first));
        return new Choice(needs, terms, choice.ranking, choice.why, changes);
    }

    static Choice among(List<Candidate> candidates, Needs needs, Facts facts, Terms terms) {
        Ranking ranking = Ranking.of(candidates, needs, facts);
        return new Choice(needs, terms, ranking, Why.of(ranking, needs), Changes.ofNeeds(candidates, needs, facts));
    }

    /** Whether one of them does all that is needed, as it is, and within the budget. */
    public boolean isSettled() {
        return ranking.first()
                .filter(first -> first.keeps(Level.CAPACITY) && first.keeps(Level.BUDGET))
                .isPresent();
    }
}
