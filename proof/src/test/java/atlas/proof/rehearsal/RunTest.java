package atlas.proof.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.compare.BadInput;
import atlas.proof.rehearsal.assembly.Assembly;
import atlas.proof.rehearsal.cdk.RunLog;
import atlas.proof.rehearsal.emulator.Emulator;
import atlas.proof.rehearsal.result.Created;
import atlas.proof.rehearsal.result.Outcome;
import atlas.proof.rehearsal.result.RehearsalResult;
import atlas.proof.rehearsal.result.Rehearsed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of a rehearsal, and what it sees. */
class RunTest {
    @TempDir
    private Path folder;

    private Assembly assembly;
    private FakeAws aws;

    @BeforeEach
    void start() throws IOException {
        assembly = SmallAssembly.in(folder.resolve("cdk.out"));
        aws = new FakeAws(assembly);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private RehearsalResult run(boolean keep) throws IOException, InterruptedException {
        var plan = new Run.Plan(
                folder,
                assembly,
                Subjects.of(assembly, List.of("work")),
                Map.of(),
                aws.endpoint(),
                "111122223333",
                new Emulator("fake", "1"),
                FakeCdk.program(),
                folder.resolve("run"),
                Map.of("PATH", System.getenv("PATH")),
                Duration.ofSeconds(60),
                Duration.ofSeconds(1),
                keep,
                false);
        try (RunLog log = new RunLog(folder.resolve("a.log"), line -> {})) {
            return new Run(plan, log).on(LocalDate.of(2026, 11, 26));
        }
    }

    private Rehearsed rehearsed() throws IOException, InterruptedException {
        return run(false).rehearsed().get(0);
    }

    @Test
    void deploysAsksDeploysAgainAndDestroysInThatOrder() throws IOException, InterruptedException {
        RehearsalResult result = run(false);

        assertEquals(
                List.of(
                        "bootstrap aws://111122223333/us-east-1",
                        "deploy Work",
                        "deploy Work",
                        "diff --fail --exclusively Store Work",
                        "destroy --force --exclusively Store Work"),
                aws.calls);
        Rehearsed work = result.rehearsed().get(0);
        assertEquals(Created.ALL, work.created());
        assertEquals(Outcome.YES, work.unchanged());
        assertEquals(Outcome.YES, work.destroyed());
        assertEquals("2.0.0", result.cdkCli());
        assertEquals(List.of("Store", "Work"), List.copyOf(result.templates().keySet()));
    }

    @Test
    void countsNothingThatWasMerelyAccepted() throws IOException, InterruptedException {
        aws.accepts.add("AWS::DynamoDB::Table");

        Rehearsed work = rehearsed();

        assertEquals(Created.IN_PART, work.created());
        assertEquals(0, work.stacks().get(0).real());
        assertEquals(Map.of("AWS::DynamoDB::Table", 1), work.stacks().get(0).stubs());
    }

    @Test
    void missesWhatTheStackLeftOut() throws IOException, InterruptedException {
        aws.skips.add("AWS::SQS::Queue");

        Rehearsed work = rehearsed();

        assertEquals(Created.IN_PART, work.created());
        assertEquals(Map.of("AWS::SQS::Queue", 1), work.stacks().get(1).skipped());
    }

    @Test
    void noticesWhenASecondDeploymentDoesSomething() throws IOException, InterruptedException {
        aws.changesOnRedeploy = true;

        Rehearsed work = rehearsed();

        assertEquals(Outcome.NO, work.unchanged());
        assertEquals(List.of("Store has 1 new events", "Work has 1 new events"), work.changes());
    }

    @Test
    void tellsWhatIsLeft() throws IOException, InterruptedException {
        aws.forgetsTables = true;

        Rehearsed work = rehearsed();

        assertEquals(Outcome.NO, work.destroyed());
        assertEquals(List.of("table AtlasStore-Jobs"), work.left());
    }

    @Test
    void tellsWhyAStackFailedAndDestroysItNevertheless() throws IOException, InterruptedException {
        aws.fails.put("Store", "no such thing as a table");

        Rehearsed work = rehearsed();

        assertEquals(Created.FAILED, work.created());
        assertEquals("Store: AWS::DynamoDB::Table Jobs: no such thing as a table", work.why());
        assertEquals(Outcome.NOT_ASKED, work.unchanged());
        assertEquals("destroy --force --exclusively Store Work", aws.calls.get(aws.calls.size() - 1));
        assertEquals(Outcome.YES, work.destroyed());
    }

    @Test
    void pushesNoImageToARegistryOutside() throws IOException, InterruptedException {
        aws.registry = "203.0.113.7";

        run(false);

        assertEquals("CDK_DOCKER=false bootstrap aws://111122223333/us-east-1", aws.calls.get(0));
    }

    @Test
    void keepsWhatItIsToldToKeep() throws IOException, InterruptedException {
        assertEquals(Outcome.NOT_ASKED, run(true).rehearsed().get(0).destroyed());
        assertEquals(List.of("Store", "Work"), List.copyOf(aws.stacks.keySet()));
    }

    @Test
    void leavesStacksAloneThatWereThereBefore() {
        aws.stacks.put("Store", assembly.deploying("Store").get(0));

        var refused = assertThrows(BadInput.class, () -> run(false));

        assertEquals(
                "%s has stacks of these names already: AtlasStore; destroy them, or start it anew"
                        .formatted(aws.endpoint()),
                refused.getMessage());
        assertEquals(List.of(), aws.calls);
    }

    @Test
    void refusesWhatIsNeitherOptionNorLayer() {
        assertEquals(
                "there is no option or layer Works; options are work, layers Store",
                assertThrows(BadInput.class, () -> Subjects.of(assembly, List.of("Works")))
                        .getMessage());
    }
}
