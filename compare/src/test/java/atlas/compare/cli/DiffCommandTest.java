package atlas.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.Golden;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffCommandTest {
    private static final String RESOURCES = "src/test/resources/atlas/compare/cli/";
    private static final String BEFORE = RESOURCES + "shop/before.yaml";
    private static final String AFTER = RESOURCES + "shop/after.yaml";
    private static final String TWO_OPTIONS = RESOURCES + "two-options";

    @Test
    void printsTwoVersionsOfATemplate() {
        Ran ran = Ran.atlas("diff", BEFORE, AFTER, "--workload", TWO_OPTIONS + "/ten-a-second.yaml");

        assertEquals(0, ran.exitCode());
        assertEquals("", ran.err());
        Golden.assertMatches("diff/shop.txt", ran.out().stripTrailing());
    }

    @Test
    void printsTwoOptions() {
        Golden.assertMatches(
                "diff/calls-tasks.txt",
                Ran.atlas("diff", "calls", "tasks", "--assembly", TWO_OPTIONS)
                        .out()
                        .stripTrailing());
    }

    @Test
    void printsHowItIsUsed() {
        Golden.assertMatches("diff/help.txt", Ran.atlas("diff", "--help").out().stripTrailing());
    }

    /** Running is all it was asked to do; whether there was a difference is in the JSON. */
    @Test
    void endsWellWithAndWithoutADifference() throws IOException {
        Ran same = Ran.atlas("diff", BEFORE, BEFORE, "--json");
        Ran different = Ran.atlas("diff", BEFORE, AFTER, "--json");

        assertEquals(0, same.exitCode());
        assertEquals(0, different.exitCode());
        assertTrue(new ObjectMapper().readTree(same.out()).path("same").asBoolean());
        assertTrue(!new ObjectMapper().readTree(different.out()).path("same").asBoolean(true));
    }

    @Test
    void printsJsonForScripts() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(Ran.atlas("diff", BEFORE, AFTER, "--json").out());
        JsonNode stack = json.path("stacks").path(0);

        assertEquals(BEFORE, json.path("left").asText());
        assertEquals(11, stack.path("alike").asInt());
        assertEquals(
                "[{\"resource\":\"Lost\",\"type\":\"AWS::SQS::Queue\"},{\"resource\":\"Mails\",\"type\":\"AWS::SQS::Queue\"}]",
                stack.path("onlyLeft").toString());
        assertEquals(
                "{\"left\":\"Servers\",\"right\":\"Servers\",\"type\":\"AWS::AutoScaling::AutoScalingGroup\","
                        + "\"differences\":[{\"path\":\"MaxSize\",\"left\":\"6\",\"right\":\"4\"}]}",
                stack.path("changed").path(0).toString());
        assertEquals(
                "t3.medium On-Demand",
                json.path("bill").path("lines").path(0).path("item").asText());
        assertTrue(json.path("bill").path("lines").path(0).path("right").isNull());
        assertEquals(22, json.path("leftInventory").path("resources").asInt());
    }

    /** Also those of an inventory, which it holds twice. */
    @Test
    void documentsEveryFieldOfItsJson() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "setups.md"));
        Set<String> fields = new TreeSet<>();
        for (String option : List.of("calls", "clock")) {
            collect(
                    new ObjectMapper()
                            .readTree(Ran.atlas("diff", option, "tasks", "--assembly", TWO_OPTIONS, "--json")
                                    .out()),
                    fields);
        }
        collect(
                new ObjectMapper()
                        .readTree(Ran.atlas("diff", BEFORE, AFTER, "--json").out()),
                fields);
        fields.removeIf(field -> field.contains("::") || page.contains('"' + field + '"'));

        assertEquals(Set.of(), fields);
    }

    /** Lines of a bill are described where bills are. */
    private static void collect(JsonNode json, Set<String> fields) {
        json.properties().forEach(field -> {
            fields.add(field.getKey());
            boolean line = json.has("item");
            if (!line) {
                collect(field.getValue(), fields);
            }
        });
        if (json.isArray()) {
            json.forEach(element -> collect(element, fields));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calls task --assembly " + TWO_OPTIONS
                        + " | error: src/test/resources/atlas/compare/cli/two-options has no option task; it has calls, clock, tasks",
                "a.yaml b.yaml | error: there is no file a.yaml",
                BEFORE + " ./b | error: there is no file ./b",
                BEFORE + " " + AFTER
                        + " --workload nobody | error: there is no workload file nobody, and the workloads that are shipped are called quiet-tool, spiky-site, steady-api",
                "calls tasks --assembly nowhere | error: there is no folder nowhere; ./atlas synth --output nowhere writes it",
            })
    void refusesWhatItCannotRead(String args, String message) {
        Ran ran = Ran.atlas(("diff " + args).split(" "));

        assertEquals(2, ran.exitCode());
        assertEquals("", ran.out());
        assertEquals(message, ran.err().stripTrailing());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "diff | error: Missing required parameters: 'LEFT', 'RIGHT'",
                "diff calls | error: Missing required parameter: 'RIGHT'",
                "diff a b c | error: Unmatched argument at index 3: 'c'",
            })
    void refusesACommandLineThatMakesNoSense(String args, String message) {
        Ran ran = Ran.atlas(args.split(" "));

        assertEquals(2, ran.exitCode());
        assertEquals(
                List.of(message, "Try './atlas diff --help'."),
                ran.err().lines().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calls | tasks | calls | tasks",
                "old/cdk.out | new/cdk.out | old/cdk.out | new/cdk.out",
                "/a/b/before.yaml | c/after.yaml | before.yaml | after.yaml",
                "x/y/a.yaml | z/y/a.yaml | x/y/a.yaml | z/y/a.yaml",
                "a.yaml | ./a.yaml | a.yaml | ./a.yaml",
                "a.yaml | a.yaml | a.yaml | a.yaml",
                "/ | a.yaml | / | a.yaml",
            })
    void callsPathsByTheEndThatTellsThemApart(String left, String right, String one, String other) {
        assertEquals(new Labels(one, other), Labels.of(left, right));
    }
}
