package atlas.compare.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.Golden;
import atlas.compare.bill.Terms;
import atlas.compare.facts.Facts;
import atlas.compare.prices.PriceBooks;
import atlas.compare.report.ChoiceText;
import atlas.compare.workload.WorkloadFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** People who come with a need, and what they are told. */
class PersonasTest {
    private static final Facts FACTS = Facts.shipped();

    @Test
    void aQuietToolIsAFunction() {
        assertFirst("lambda-http-api", "quiet-tool", Candidates.quiet(), Needs.NONE);
    }

    @Test
    void longJobsThatAwsPatchesRunOnFargate() {
        assertFirst(
                "ecs-fargate",
                "long-jobs",
                Candidates.steady(),
                needs(Requirement.LONG_WORK, Requirement.PATCHED_BY_AWS));
    }

    @Test
    void whoeverKnowsKubernetesGetsEks() {
        assertFirst("eks-managed-nodes", "kubernetes", Candidates.steady(), needs(Requirement.KUBERNETES));
    }

    @Test
    void aLicenceBoundToTheMachineWantsEc2() {
        assertFirst("ec2-auto-scaling", "licence", Candidates.steady(), needs(Requirement.OS_ACCESS));
    }

    @Test
    void aSpikeThatTheTemplatesDoNotAllowIsAFunctionsEvenForWhoWantsNoColdStart() {
        assertFirst(
                "lambda-http-api",
                "spiky",
                Candidates.spiky(),
                new Needs(Start.REQUESTS, Set.of(), true, Optional.empty()));
    }

    @Test
    void aTightBudgetIsSaidToBeTooTight() {
        Needs needs = new Needs(
                Start.REQUESTS, Set.of(Requirement.CONTAINER_IMAGE), false, Optional.of(new BigDecimal("50")));

        assertFalse(assertFirst("ecs-ec2", "tight-budget", Candidates.quiet(), needs)
                .isSettled());
    }

    @Test
    void nobodyDoesEverything() {
        Choice choice =
                choice(Candidates.steady(), needs(Requirement.KUBERNETES, Requirement.SCALE_TO_ZERO), "steady-api");

        assertEquals(Optional.empty(), choice.ranking().first());
        assertEquals("none of the 7 options does all that is needed", choice.why());
        assertEquals(
                List.of(
                        new Change("without kubernetes", "lambda-http-api comes first, at 83.52 USD a month"),
                        new Change("without scale-to-zero", "eks-managed-nodes comes first, at 221.80 USD a month")),
                choice.changes());
        assertFalse(choice.isSettled());
    }

    private static Choice assertFirst(String option, String persona, List<Candidate> candidates, Needs needs) {
        String workload =
                persona.equals("spiky") ? "spiky-site" : persona.equals("quiet-tool") ? persona : "steady-api";
        Choice choice = choice(candidates, needs, workload);
        String text = ChoiceText.of(choice, List.of());

        assertEquals(option, choice.ranking().first().orElseThrow().candidate().id());
        assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
        Golden.assertMatches("choices/" + persona + ".txt", text);
        return choice;
    }

    private static Choice choice(List<Candidate> candidates, Needs needs, String workload) {
        Terms terms = Terms.of(PriceBooks.of("us-east-1"), WorkloadFile.read(workload));
        return Choice.among(candidates, needs, FACTS, terms);
    }

    private static Needs needs(Requirement... requirements) {
        return new Needs(Start.REQUESTS, Set.of(requirements), false, Optional.empty());
    }
}
