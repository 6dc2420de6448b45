package atlas.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.Golden;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On an assembly of three small options, one of which is no choice. */
class CompareCommandTest {
    private static final Path FOLDER = Path.of("src/test/resources/atlas/compare/cli/two-options");

    private static Ran compare(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "compare",
                "--assembly",
                FOLDER.toString(),
                "--workload",
                FOLDER.resolve("ten-a-second.yaml").toString()));
        args.addAll(List.of(more));
        return Ran.atlas(args.toArray(String[]::new));
    }

    @Test
    void printsATable() {
        Golden.assertMatches("compare/table.txt", compare().out().stripTrailing());
    }

    @Test
    void printsMarkdown() {
        Golden.assertMatches(
                "compare/table.md", compare("--format", "markdown").out().stripTrailing());
    }

    @Test
    void printsJsonForScripts() throws IOException {
        JsonNode json = new ObjectMapper().readTree(compare("--format", "json").out());

        assertEquals("calls", json.path("options").path(0).path("option").asText());
        assertTrue(json.path("options").path(0).path("ranked").asBoolean());
        assertEquals(
                0,
                json.path("options").path(0).path("idle").path("monthlyTotal").asInt(-1));
        assertEquals(2, json.path("curves").size());
        assertEquals(61, json.path("curves").path(0).path("points").size());
        assertEquals("tasks", json.path("crossOvers").path(0).path("above").asText());
        assertEquals("calls", json.path("cheapest").path(0).path("option").asText());
    }

    @Test
    void comparesThoseThatAreNamed() {
        assertEquals(
                1,
                compare("calls")
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("calls  "))
                        .count());
        assertEquals(
                0,
                compare("calls")
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("tasks  "))
                        .count());
    }

    @Test
    void refusesAnOptionThatIsNotThere() {
        Ran ran = compare("task");

        assertEquals(2, ran.exitCode());
        assertEquals("error: %s has no option task; it has calls, clock, tasks%n".formatted(FOLDER), ran.err());
    }

    @Test
    void writesAPageAndSaysWhere(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("some/where.html");

        Ran ran = compare("--report", file.toString());

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.err().endsWith("report: %s%n".formatted(file)), ran.err());
        assertEquals(Files.readString(file), compare("--format", "html").out().stripTrailing() + "\n");
    }

    @Test
    void refusesToWriteAPageWhereItCannot(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        Ran ran = compare("--report", file.resolve("report.html").toString());

        assertEquals(2, ran.exitCode());
        assertTrue(
                ran.err().startsWith("error: cannot write the report to %s/report.html: ".formatted(file)), ran.err());
        assertEquals("", ran.out());
    }

    @Test
    void writesNumbersAlikeOnEveryMachine() {
        String here = compare("--format", "html").out();
        Locale.setDefault(Locale.GERMANY);

        assertTrue(here.equals(compare("--format", "html").out()), "the page differs");
    }

    /** A maximum that is raised shows in the curve, and one that is not in the table. */
    @Test
    void saysWhatTheTemplateDoesNotAllow(@TempDir Path folder) throws IOException {
        Path busy = Files.writeString(
                folder.resolve("busy.yaml"), "requestsPerSecond: 100\ncpuMillisPerRequest: 100\nresponseBytes: 1000\n");

        String out = Ran.atlas("compare", "--assembly", FOLDER.toString(), "--workload", busy.toString())
                .out();

        assertTrue(out.contains("tasks: it needs 20 tasks, and the template allows 2"), out);
        assertTrue(out.contains(" requests a second: tasks (as written up to 10)\n"), out);
    }

    /** The sample that the documents show: 12.5 ms instead of the workload's 100. */
    @Test
    void takesWhatWasMeasuredInsteadOfWhatTheWorkloadSays() {
        List<String> heading = compare("--measured", "../docs/measurements/2026-11-25-two-cores.json")
                .out()
                .lines()
                .limit(2)
                .toList();

        assertEquals(
                List.of(
                        "ten a second: 10 requests a second, 12.5 ms of CPU each; computed for us-east-1, USD a month",
                        "CPU, answer and cold start were measured: 2026-11-25, on AMD EPYC"),
                heading);
    }

    @Test
    void refusesMeasurementsThatAreNone() {
        Ran ran = compare("--measured", "pom.xml");

        assertEquals(2, ran.exitCode());
        assertEquals("error: pom.xml holds no measurements; ./atlas measure writes them%n".formatted(), ran.err());
    }
}
