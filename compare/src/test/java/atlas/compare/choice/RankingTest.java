package atlas.compare.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.BadInput;
import atlas.compare.facts.Facts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {
    private static final Facts FACTS = Facts.shipped();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            long-work       | ec2-auto-scaling ecs-ec2 ecs-fargate eks-managed-nodes
            os-access       | ec2-auto-scaling ecs-ec2 eks-managed-nodes
            kubernetes      | eks-managed-nodes
            gpu             | ec2-auto-scaling ecs-ec2 eks-managed-nodes
            container-image | ecs-ec2 ecs-fargate eks-managed-nodes
            websocket       | ec2-auto-scaling ecs-ec2 ecs-fargate eks-managed-nodes
            scale-to-zero   | lambda-http-api
            patched-by-aws  | ecs-fargate lambda-http-api
            """)
    void aRequirementLeavesThoseThatCanDoIt(String title, String options) {
        Requirement requirement = List.of(Requirement.values()).stream()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow();

        assertEquals(new TreeSet<>(List.of(options.split(" "))), fitting(needs(Set.of(requirement))));
    }

    @ParameterizedTest
    @CsvSource({"REQUESTS, 5", "EVENTS, 1", "CLOCK, 1"})
    void whatStartsTheWorkRulesOutWhoWaitsForSomethingElse(Start start, int fitting) {
        assertEquals(
                fitting,
                fitting(new Needs(start, Set.of(), false, Optional.empty())).size());
    }

    @Test
    void whoCarriesTheWorkComesBeforeWhoIsCheaper() {
        Candidate cheap = Candidates.refused(candidate("a", "1"), "it needs 3 tasks, and the template allows 2", true);

        assertEquals(List.of("b", "a"), order(Needs.NONE, cheap, candidate("b", "9")));
    }

    @Test
    void aBudgetComesBeforeAWishAndAWishBeforeTheCost() {
        Candidate function = Candidates.candidate("lambda-http-api", "", Start.REQUESTS, "1 environment", "1", "10");
        Candidate server = Candidates.candidate("ecs-fargate", "", Start.REQUESTS, "1 task", "1", "20");

        assertEquals(List.of("ecs-fargate", "lambda-http-api"), order(wish("20"), function, server));
        assertEquals(List.of("lambda-http-api", "ecs-fargate"), order(wish("19.99"), function, server));
    }

    @Test
    void aBillThatLacksSomethingComesLastAndKeepsNoBudget() {
        Candidate incomplete = Candidates.incomplete(candidate("a", "1"));
        Needs needs = new Needs(Start.REQUESTS, Set.of(), false, Optional.of(BigDecimal.TEN));
        Ranking ranking = Ranking.of(List.of(incomplete, candidate("b", "9")), needs, FACTS);

        assertEquals(List.of("b", "a"), ids(ranking.all()));
        assertEquals(
                List.of(
                        "it answers requests",
                        "it carries the busiest hour, with 1 unit",
                        "nobody can say whether it stays within 10.00 USD a month",
                        "it costs at least 1.00 USD a month, 0.50 of it when nobody asks; no price thing:hour"),
                ranking.all().get(1).reasons().stream().map(Reason::text).toList());
    }

    @Test
    void aLimitThatNobodyRaisesRulesOut() {
        Candidate slow = Candidates.refused(
                candidate("a", "1"), "a request takes 40000 ms, and an HTTP API waits for 30000", false);
        Placed placed = Ranking.of(List.of(slow), Needs.NONE, FACTS).ruledOut().get(0);

        assertEquals(
                List.of(Reason.computed(
                        Level.MUST,
                        "limits",
                        false,
                        "a request takes 40000 ms, and an HTTP API waits for 30000",
                        "its template and the workload")),
                placed.objections());
    }

    @Test
    void anOptionThatNobodyKnowsFactsOfDoesNothingThatIsRequired() {
        Placed placed = Ranking.of(List.of(candidate("mine", "1")), needs(Set.of(Requirement.GPU)), FACTS)
                .ruledOut()
                .get(0);

        assertEquals(
                List.of(new Reason(
                        Level.MUST, "gpu", false, "GPU? not known here", Evidence.CITED, "no facts about this option")),
                placed.objections());
    }

    @Test
    void refusesABudgetBelowNothing() {
        assertEquals(
                "a budget must be 0 USD a month or more, got -1",
                assertThrows(
                                BadInput.class,
                                () -> new Needs(Start.REQUESTS, Set.of(), false, Optional.of(new BigDecimal(-1))))
                        .getMessage());
    }

    @Property
    void oneRequirementMoreNeverLetsAnybodyElseIn(@ForAll Set<Requirement> some, @ForAll Requirement more) {
        Set<Requirement> all = new TreeSet<>(some);
        all.add(more);

        assertTrue(fitting(needs(some)).containsAll(fitting(needs(all))));
    }

    @Property
    void everyOptionHasOnePlaceWhateverTheOrderTheyComeIn(
            @ForAll Set<Requirement> some,
            @ForAll boolean avoidsColdStarts,
            @ForAll @IntRange(max = 300) int budget,
            @ForAll Random random) {
        Needs needs = new Needs(
                Start.REQUESTS, some, avoidsColdStarts, Optional.of(budget).map(BigDecimal::valueOf));
        List<Candidate> shuffled = new ArrayList<>(Candidates.spiky());
        Collections.shuffle(shuffled, random);

        List<String> places = ids(Ranking.of(shuffled, needs, FACTS).all());

        assertEquals(ids(Ranking.of(Candidates.spiky(), needs, FACTS).all()), places);
        assertEquals(
                Candidates.spiky().stream().map(Candidate::id).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(places));
        assertEquals(Candidates.spiky().size(), places.size());
    }

    private static Candidate candidate(String id, String usd) {
        return Candidates.candidate(id, "", Start.REQUESTS, "1 unit", "0.50", usd);
    }

    private static Needs wish(String budget) {
        return new Needs(Start.REQUESTS, Set.of(), true, Optional.of(new BigDecimal(budget)));
    }

    private static Needs needs(Set<Requirement> requirements) {
        return new Needs(Start.REQUESTS, requirements, false, Optional.empty());
    }

    private static Set<String> fitting(Needs needs) {
        return new TreeSet<>(ids(Ranking.of(Candidates.steady(), needs, FACTS).fitting()));
    }

    private static List<String> order(Needs needs, Candidate... candidates) {
        return ids(Ranking.of(List.of(candidates), needs, FACTS).all());
    }

    private static List<String> ids(List<Placed> placed) {
        return placed.stream().map(one -> one.candidate().id()).toList();
    }
}
