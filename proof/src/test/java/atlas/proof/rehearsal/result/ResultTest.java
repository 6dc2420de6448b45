package atlas.proof.rehearsal.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.compare.BadInput;
import atlas.proof.rehearsal.gap.Gaps.Bridged;
import atlas.proof.rehearsal.result.Rehearsed.StackSeen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rehearsal writes and prints, and what another is held against. */
class ResultTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "rehearsal");

    private static final StackSeen STORE =
            new StackSeen("Store", "CREATE_COMPLETE", 3, 3, Map.of(), Map.of(), Map.of());
    private static final StackSeen WORK = new StackSeen(
            "Work",
            "CREATE_COMPLETE",
            5,
            2,
            Map.of("AWS::EFS::FileSystem", 1),
            Map.of("AWS::Logs::LogGroup", 1),
            Map.of("AWS::Batch::JobQueue", 1));

    private static Rehearsed served(int seconds) {
        return new Rehearsed(
                "store",
                Created.ALL,
                "",
                List.of(STORE),
                Outcome.YES,
                List.of("it made a poster"),
                Outcome.YES,
                List.of(),
                Outcome.YES,
                List.of(),
                seconds);
    }

    private static final Rehearsed IN_PART = new Rehearsed(
            "work",
            Created.IN_PART,
            "",
            List.of(STORE, WORK),
            Outcome.NO,
            List.of("it does not answer"),
            Outcome.NO,
            List.of("Work has 2 new events"),
            Outcome.NO,
            List.of("table Jobs"),
            20);

    private static final Rehearsed FAILED = new Rehearsed(
            "other",
            Created.FAILED,
            "Other: AWS::EC2::EIP Ip: no such type",
            List.of(StackSeen.none("Other", "not created", 4)),
            Outcome.NOT_ASKED,
            List.of(),
            Outcome.NOT_ASKED,
            List.of(),
            Outcome.YES,
            List.of(),
            3);

    private static RehearsalResult result(String date, Rehearsed... rehearsed) {
        return new RehearsalResult(
                date,
                "ministack",
                "1.5.33",
                "2.1148.1",
                "us-east-1",
                Map.of(),
                List.of(new Bridged("tags of buckets", "it sets none", List.of("Store"))),
                List.of(rehearsed),
                new TreeMap<>(Map.of("Store", "a".repeat(64))));
    }

    private static void assertGolden(String name, String text) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text + "\n");
        }
        assertEquals(Files.exists(file) ? Files.readString(file) : "(no file)", text + "\n");
    }

    @Test
    void isWrittenAsThis() throws IOException {
        assertGolden("result.json", result("2026-11-26", served(12), IN_PART).json());
    }

    @Test
    void isPrintedAsThis() throws IOException {
        assertGolden("result.txt", new RehearsalText(result("2026-11-26", served(12), IN_PART, FAILED)).text());
    }

    @Test
    void isTheSameOnAnotherDayAndOnASlowerMachine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.json"), result("2026-11-26", served(12)).json());

        assertEquals(List.of(), Earlier.read(file).differences(result("2027-01-01", served(99))));
    }

    @Test
    void differsWhereSomethingCameOutDifferently(@TempDir Path folder) throws IOException {
        Rehearsed before = served(12);
        Rehearsed after = new Rehearsed(
                "store",
                Created.FAILED,
                "",
                List.of(STORE),
                Outcome.YES,
                List.of("it made a poster"),
                Outcome.YES,
                List.of(),
                Outcome.YES,
                List.of(),
                12);
        Path file = Files.writeString(
                folder.resolve("a.json"), result("2026-11-26", before).json());

        assertEquals(
                List.of("rehearsed/store/created was \"all\", is \"failed\""),
                Earlier.read(file).differences(result("2026-11-26", after)));
    }

    @Test
    void refusesAnotherFileAsAnEarlierResult(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{}");

        assertEquals(
                "%s is no result of ./atlas rehearse".formatted(file),
                assertThrows(BadInput.class, () -> Earlier.read(file)).getMessage());
    }
}
