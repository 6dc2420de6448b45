package atlas.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.measure.Measurements;
import atlas.compare.measure.StandIn;
import atlas.compare.measure.StandIn.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --rate 0                        | --rate must be 1 to 200 here, got 0; try --rate 20
                    --rate 201                      | --rate must be 1 to 200 here, got 201; try --rate 20
                    --seconds 31                    | --seconds must be 1 to 30 here, got 31; try --seconds 5
                    --iterations 255                | --iterations must be 256 to 5000, got 255; try --iterations 256
                    --iterations 5001               | --iterations must be 256 to 5000, got 5001; try --iterations 256
                    --option ecs-fargate            | there is no ecs-fargate here, only server, container, lambda; options that are deployed go with --outputs
                    --outputs FILE --rate 26        | --rate must be 1 to 25 with --outputs, got 26; try --rate 10
                    --outputs FILE --iterations 5000 | --rate 10 with --iterations 5000 would keep more than half of an option busy; try --rate 5
                    --outputs FILE --seconds 61     | --seconds must be 5 to 60 with --outputs, got 61; try --seconds 20
                    --outputs FILE --image mine     | --image is for containers on this machine; leave it out with --outputs
                    --outputs FILE --option server  | FILE has no Url of server; it has those of ecs-fargate
                    --outputs FILE                  | nobody is there to agree; add --yes
                    --output FILE                   | FILE is there and holds no measurements, so it is not overwritten; name another file with --output
                    """)
    void refusesBeforeAnythingIsAsked(String commandLine, String message) throws IOException {
        Path file = outputs("https://d1.cloudfront.net/ecs-fargate/");

        Ran ran = measure(commandLine.replace("FILE", file.toString()).split(" "));

        String last = ran.err().lines().reduce((a, b) -> b).orElse("");
        assertEquals("error: " + message.replace("FILE", file.toString()), last);
        assertEquals("", ran.out());
        assertEquals(2, ran.exitCode());
        assertFalse(Files.exists(folder.resolve("measured.json")));
    }

    @ParameterizedTest
    @CsvSource({"--rate ten", "--rate", "--outputs", "--duration 5", "server"})
    void pointsToTheHelpForABadCommandLine(String commandLine) {
        Ran ran = Ran.atlas(("measure " + commandLine).split(" "));

        assertTrue(ran.err().startsWith("error: "), ran.err());
        assertTrue(ran.err().endsWith("Try './atlas measure --help'.\n"), ran.err());
        assertEquals(2, ran.exitCode());
    }

    @Test
    void helps() {
        Ran help = Ran.atlas("measure", "--help");

        assertTrue(help.out().startsWith("Usage: ./atlas measure "), help.out());
        assertTrue(help.out().contains("Examples:"), help.out());
        assertEquals("", help.err());
        assertEquals(0, help.exitCode());
    }

    @Test
    void measuresWhatTheOutputsName() throws IOException {
        try (var server = new StandIn(4).plays("ecs-fargate", n -> Reply.TILE)) {
            Ran ran = measure(
                    "--outputs",
                    outputs(server.url("ecs-fargate")).toString(),
                    "--yes",
                    "--rate",
                    "25",
                    "--seconds",
                    "5");

            assertEquals(0, ran.exitCode(), ran::err);
            assertTrue(ran.err().startsWith("About to measure what is deployed"), ran.err());
            assertTrue(ran.out().contains("ecs-fargate"), ran.out());
            Measurements written = Measurements.read(folder.resolve("measured.json"));
            assertEquals(
                    125, written.deployed("ecs-fargate").orElseThrow().latency().requests());
        }
    }

    @Test
    void printsWhatItWritesAsJson() throws IOException {
        try (var server = new StandIn(4).plays("ecs-fargate", n -> Reply.with("X-Cache", "Hit from cloudfront"))) {
            Ran ran = measure("--outputs", outputs(server.url("ecs-fargate")).toString(), "--yes", "--json");

            assertEquals(Files.readString(folder.resolve("measured.json")), ran.out());
            assertEquals(1, ran.exitCode());
        }
    }

    /** Each run deployed must have tiles of its own: the CDN keeps for a year what the last one asked for. */
    @Test
    void asksForOtherTilesThanTheLastRun() throws IOException {
        try (var server = new StandIn(4).plays("ecs-fargate", n -> Reply.TILE)) {
            String file = outputs(server.url("ecs-fargate")).toString();
            measure("--outputs", file, "--yes", "--rate", "25", "--seconds", "5", "--seed", "1");
            measure("--outputs", file, "--yes", "--rate", "25", "--seconds", "5", "--seed", "2");

            assertEquals(server.asked(), server.tiles());
        }
    }

    private Ran measure(String... options) {
        List<String> commandLine = new ArrayList<>(List.of("measure"));
        commandLine.addAll(List.of(options));
        if (!commandLine.contains("--output")) {
            commandLine.addAll(
                    List.of("--output", folder.resolve("measured.json").toString()));
        }
        return Ran.atlas(commandLine.toArray(String[]::new));
    }

    private Path outputs(String url) throws IOException {
        return Files.writeString(
                folder.resolve("outputs.json"), "{\"AtlasEcsFargate\":{\"Url\":\"%s\"}}".formatted(url));
    }
}
