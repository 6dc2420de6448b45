package atlas.proof.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.compare.BadInput;
import atlas.proof.rehearsal.SmallAssembly;
import atlas.proof.rehearsal.assembly.Assembly;
import atlas.proof.rehearsal.assembly.StackTemplate;
import atlas.proof.rehearsal.gap.Gaps.Bridged;
import atlas.proof.rehearsal.result.Created;
import atlas.proof.rehearsal.result.Outcome;
import atlas.proof.rehearsal.result.RehearsalResult;
import atlas.proof.rehearsal.result.Rehearsed;
import atlas.proof.rehearsal.result.Rehearsed.StackSeen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    private Path folder;

    private Assembly today;

    @BeforeEach
    void judge() throws IOException {
        today = SmallAssembly.in(folder.resolve("cdk.out"));
        check(0);
    }

    private void check(int findings) throws IOException {
        Files.writeString(folder.resolve("check.json"), """
                {"gates": {"lint": "1", "guard": "2"},
                 "stacks": {"Store": {"lint": {"findings": %1$d, "acknowledged": 4}, "guard": {"findings": %1$d}},
                            "Work": {"lint": {"findings": 0, "acknowledged": 0}}}}
                """.formatted(findings));
    }

    private static Rehearsed outcome(Created created, Outcome served, Outcome destroyed, StackSeen... stacks) {
        return new Rehearsed(
                "work",
                created,
                created == Created.FAILED ? "Store: no such type" : "",
                List.of(stacks),
                served,
                served == Outcome.NO ? List.of("no poster came") : List.of(),
                Outcome.YES,
                List.of(),
                destroyed,
                destroyed == Outcome.YES ? List.of() : List.of("subnet subnet-1", "subnet subnet-2", "VPC vpc-1"),
                7);
    }

    private static StackSeen whole(String id) {
        return new StackSeen(id, "CREATE_COMPLETE", 1, 1, Map.of(), Map.of(), Map.of());
    }

    private static StackSeen stub(String id, String type) {
        return new StackSeen(id, "CREATE_COMPLETE", 1, 0, Map.of(type, 1), Map.of(), Map.of());
    }

    private void rehearsed(String emulator, Rehearsed outcome, Map<String, String> templates) throws IOException {
        RehearsalResult result = new RehearsalResult(
                "2026-11-26",
                emulator,
                "1.0",
                "2.1",
                "us-east-1",
                Map.of(),
                List.of(new Bridged("a gap", "it lacks something", List.of("Store", "Work"))),
                List.of(outcome),
                templates);
        Files.writeString(folder.resolve("rehearsal-" + emulator + ".json"), result.json());
    }

    private Map<String, String> digests() {
        return today.stacks().stream().collect(Collectors.toMap(StackTemplate::id, StackTemplate::digest));
    }

    private Ledger ledger() {
        return Ledger.of(folder, settings -> today);
    }

    private String row() {
        return ledger().table().text().lines().skip(1).findFirst().orElseThrow().replaceAll(" {2,}", " | ");
    }

    @Test
    void countsWhatWasReallyThere() throws IOException {
        rehearsed("small", outcome(Created.ALL, Outcome.YES, Outcome.YES, whole("Store"), whole("Work")), digests());

        assertEquals("work | by 2 gates | all 2 resources: small | small | small | small", row());
    }

    @Test
    void countsNoStub() throws IOException {
        rehearsed(
                "small",
                outcome(Created.IN_PART, Outcome.YES, Outcome.NO, stub("Store", "AWS::DynamoDB::Table"), whole("Work")),
                digests());

        assertEquals("work | by 2 gates | 1 of 2 resources: small | small | small | -", row());
        assertEquals(
                "| work | small | 1 of 2 | 1 AWS::DynamoDB::Table | left behind: 1 VPC, 2 subnet |",
                ledger().trials().markdown().lines().skip(2).findFirst().orElseThrow());
    }

    @Test
    void tellsWhyNothingWasServed() throws IOException {
        rehearsed("small", outcome(Created.ALL, Outcome.NO, Outcome.NO, whole("Store"), whole("Work")), digests());

        assertEquals(
                "| work | small | 2 of 2 | - | no poster came; left behind: 1 VPC, 2 subnet |",
                ledger().trials().markdown().lines().skip(2).findFirst().orElseThrow());
    }

    /** Nothing is left of what was never there: no proof that it would go. */
    @Test
    void givesNoCreditForTheEndOfWhatNeverBegan() throws IOException {
        rehearsed("small", outcome(Created.FAILED, Outcome.NOT_ASKED, Outcome.YES, whole("Store")), digests());

        assertEquals("work | by 2 gates | - | - | - | -", row());
        assertEquals(
                "| work | small | 1 of 1 | - | Store: no such type |",
                ledger().trials().markdown().lines().skip(2).findFirst().orElseThrow());
    }

    @Test
    void marksProofsOfTemplatesThatHaveChangedSince() throws IOException {
        rehearsed(
                "small",
                outcome(Created.ALL, Outcome.YES, Outcome.YES, whole("Store"), whole("Work")),
                Map.of("Store", "another", "Work", digests().get("Work")));

        assertEquals("work | by 2 gates | all 2 resources: small* | small* | small* | small*", row());
    }

    @Test
    void takesOfSeveralEmulatorsTheOneThatMadeMost() throws IOException {
        rehearsed(
                "alpha",
                outcome(Created.IN_PART, Outcome.NO, Outcome.YES, stub("Store", "AWS::X::Y"), whole("Work")),
                digests());
        rehearsed("beta", outcome(Created.ALL, Outcome.YES, Outcome.YES, whole("Store"), whole("Work")), digests());

        assertEquals("work | by 2 gates | all 2 resources: beta | beta | alpha, beta | alpha, beta", row());
    }

    @Test
    void tellsWhatTheGatesLeftToDo() throws IOException {
        check(2);
        rehearsed("small", outcome(Created.ALL, Outcome.YES, Outcome.YES, whole("Store"), whole("Work")), digests());

        assertEquals("work | 4 findings | all 2 resources: small | small | small | small", row());
    }

    @Test
    void callsNothingValidatedThatWasNotJudged() throws IOException {
        Files.writeString(folder.resolve("check.json"), """
                {"gates": {"lint": "1"}, "stacks": {"Work": {"lint": {"findings": 0, "acknowledged": 0}}}}
                """);
        rehearsed("small", outcome(Created.ALL, Outcome.YES, Outcome.YES, whole("Store"), whole("Work")), digests());

        assertEquals("work | - | all 2 resources: small | small | small | small", row());
    }

    @Test
    void namesWhatWasMadeUpFor() throws IOException {
        rehearsed("small", outcome(Created.ALL, Outcome.YES, Outcome.YES, whole("Store"), whole("Work")), digests());

        assertEquals(
                "| small 1.0, 2026-11-26 | a gap | it lacks something | Store, Work |",
                ledger().bridged().markdown().lines().skip(2).findFirst().orElseThrow());
    }

    @Test
    void saysWhatToTypeWhereThereIsNoRecord() throws IOException {
        Files.delete(folder.resolve("check.json"));

        String file = folder.resolve("check.json").toString();
        assertEquals(
                "%s cannot be read; try ./atlas check --record %s".formatted(file, file),
                assertThrows(BadInput.class, this::ledger).getMessage());
    }
}
