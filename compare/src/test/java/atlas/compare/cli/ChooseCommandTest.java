package atlas.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** On the small assembly that the comparison is tested with: calls, tasks, and a clock. */
class ChooseCommandTest {
    private static final Path FOLDER = Path.of("src/test/resources/atlas/compare/cli/two-options");
    private static final String WORKLOAD = FOLDER.resolve("ten-a-second.yaml").toString();

    @Test
    void ranksWithoutBeingAskedAndSaysWhatItTookForGranted() {
        Ran choose = choose("--workload", WORKLOAD);

        assertEquals("""
                ten a second: 10 requests a second, 100 ms of CPU each; us-east-1, USD a month
                needed: started by requests; nothing special; cold starts allowed; any budget
                not said, so taken for granted: --start requests, no --needs, --cold-starts allowed, no --budget

                   option  USD a month  carries it  in budget
                1  calls         65.79  yes         -
                2  tasks         87.65  yes         -

                calls comes first: it costs 65.79 USD a month, 21.86 less than tasks, which is next
                  at 19.1 requests a second and more, tasks costs the least of those that fit, with as many units as
                  it takes
                """, choose.out().substring(0, choose.out().indexOf("\n\ncalls: ") + 1));
        assertEquals("", choose.err());
        assertEquals(0, choose.exitCode());
    }

    @Test
    void printsJsonForScripts() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(choose("--workload", WORKLOAD, "--budget", "70", "--json")
                        .out());

        assertEquals("ten a second", json.path("workload").asText());
        assertEquals(70, json.path("needs").path("budgetUsd").asInt());
        assertEquals(
                "[\"--start requests\",\"no --needs\",\"--cold-starts allowed\"]",
                json.path("assumed").toString());
        assertTrue(json.path("settled").asBoolean());
        JsonNode first = json.path("ranking").path(0);
        assertEquals("calls", first.path("option").asText());
        assertEquals("65.79", "%.2f".formatted(first.path("monthlyUsd").asDouble()));
        assertEquals(
                "{\"level\":\"budget\",\"rule\":\"budget\",\"kept\":true,"
                        + "\"text\":\"it stays within 70.00 USD a month\",\"evidence\":\"computed\",\"source\":\"its bill\"}",
                first.path("reasons").path(2).toString());
        assertEquals("clock", json.path("ruledOut").path(0).path("option").asText());
    }

    @Test
    void endsWithOneWhenNobodyStaysWithinTheBudget() {
        Ran choose = choose("--workload", WORKLOAD, "--budget", "5");

        assertTrue(choose.out().contains("\nnothing that fits stays within 5.00 USD a month; calls comes first: "));
        assertEquals(1, choose.exitCode());
    }

    @Test
    void theClockIsNotAskedForAnything() {
        Ran choose = choose("--start", "clock");

        assertTrue(
                choose.out().startsWith("nobody asks, the clock starts the work; us-east-1, USD a month\n"),
                choose.out());
        assertTrue(choose.out().contains("\nclock is the only one that does all that is needed\n"), choose.out());
        assertEquals(0, choose.exitCode());
    }

    /** A flag that says where to look answers no question. */
    @Test
    void asksAtATerminalUntilAFlagAnswersAQuestion() {
        String answers = "\n" + WORKLOAD + "\n" + "\n".repeat(10);

        String asked = atTerminal(answers);
        assertTrue(asked.contains("What starts the work: requests, events or clock? [requests] "), asked);
        assertTrue(asked.contains("\nten a second: 10 requests a second"), asked);
        assertFalse(asked.contains("taken for granted"), asked);

        String told = atTerminal("", "--workload", WORKLOAD);
        assertTrue(told.startsWith("ten a second: 10 requests a second"), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --needs=gpus         | Invalid value for option '--needs' (NEED): there is no gpus; there are long-work, os-access, kubernetes, gpu, container-image, websocket, scale-to-zero, patched-by-aws
            --start=message      | Invalid value for option '--start': there is no message; there are requests, events, clock
            --budget=lots        | Invalid value for option '--budget': USD must be a number like 12.50, got lots
            --budget=-1          | Invalid value for option '--budget': USD must be 0 to 10^15, got -1
            --workload=none.yaml | there is no workload file none.yaml, and the workloads that are shipped are called quiet-tool, spiky-site, steady-api
            --region=eu-west-7   | no prices for eu-west-7; there are ap-northeast-2, eu-west-1, us-east-1
            """)
    void refusesABadFlagInOneLine(String flag, String message) {
        Ran choose = choose(flag);

        assertEquals("error: " + message, choose.err().lines().findFirst().orElseThrow());
        assertEquals("", choose.out());
        assertEquals(2, choose.exitCode());
    }

    @Test
    void refusesAnAssemblyWithoutOptions(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), """
                {"artifacts": {"One": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "one.json"}}}}
                """);
        Files.writeString(folder.resolve("one.json"), """
                {"Resources": {"Queue": {"Type": "AWS::SQS::Queue"}}}
                """);

        Ran choose = Ran.atlas("choose", "--json", "--assembly", folder.toString());

        assertEquals("error: " + folder + " tells of no options, so there is nothing to choose from\n", choose.err());
        assertEquals(2, choose.exitCode());
    }

    private static Ran choose(String... more) {
        List<String> args = new ArrayList<>(List.of("choose", "--assembly", FOLDER.toString()));
        args.addAll(List.of(more));
        return Ran.atlas(args.toArray(String[]::new));
    }

    private static String atTerminal(String answers, String... more) {
        StringWriter out = new StringWriter();
        List<String> args = new ArrayList<>(List.of("--assembly", FOLDER.toString()));
        args.addAll(List.of(more));
        new CommandLine(new ChooseCommand(Optional.of(new BufferedReader(new StringReader(answers)))))
                .setOut(new PrintWriter(out, true))
                .execute(args.toArray(String[]::new));
        return out.toString();
    }
}
