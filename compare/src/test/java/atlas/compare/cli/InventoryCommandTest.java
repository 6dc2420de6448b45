package atlas.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.Golden;
import atlas.compare.RealAssembly;
import atlas.compare.inventory.Inventory;
import atlas.compare.report.InventoryText;
import atlas.compare.template.SetUp;
import atlas.compare.template.SetUps;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InventoryCommandTest {
    private static final String RESOURCES = "src/test/resources/atlas/compare/cli/";
    private static final String SHOP = RESOURCES + "shop/before.yaml";
    private static final String TWO_OPTIONS = RESOURCES + "two-options";

    @Test
    void printsSomebodysTemplate() {
        Ran ran = Ran.atlas("inventory", SHOP);

        assertEquals(0, ran.exitCode());
        assertEquals("", ran.err());
        Golden.assertMatches("inventory/shop.txt", ran.out().stripTrailing());
    }

    @Test
    void printsAnOptionWithWhatItNeeds() {
        Golden.assertMatches(
                "inventory/tasks.txt",
                Ran.atlas("inventory", TWO_OPTIONS, "--option", "tasks").out().stripTrailing());
    }

    @Test
    void printsHowItIsUsed() {
        Golden.assertMatches(
                "inventory/help.txt", Ran.atlas("inventory", "--help").out().stripTrailing());
    }

    @Test
    void takesAWholeAssembly() {
        Ran ran = Ran.atlas("inventory", TWO_OPTIONS);

        assertEquals(
                "two-options: everything in two-options",
                ran.out().lines().findFirst().orElseThrow());
        assertTrue(ran.out().contains("11 resources of 10 types in 4 templates"), ran.out());
    }

    @Test
    void printsJsonForScripts() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(Ran.atlas("inventory", SHOP, "--json").out());

        assertEquals(
                List.of(
                        "setUp",
                        "title",
                        "resources",
                        "layers",
                        "alwaysOn",
                        "entryPoints",
                        "openPorts",
                        "computes",
                        "scaling",
                        "timeouts",
                        "identities",
                        "alarms",
                        "logGroups",
                        "deadLetters",
                        "encryption",
                        "templates"),
                names(json));
        assertEquals("before.yaml", json.path("setUp").asText());
        assertEquals(22, json.path("resources").asInt());
        assertEquals(
                "{\"resource\":\"Servers\",\"type\":\"AWS::AutoScaling::AutoScalingGroup\",\"units\":1,\"unit\":\"instance\"}",
                json.path("alwaysOn").path(0).toString());
        assertEquals(
                "{\"securityGroup\":\"Anybody\",\"protocol\":\"all\",\"fromPort\":null,\"toPort\":null,\"source\":\"::/0\"}",
                json.path("openPorts").path(2).toString());
        assertEquals(
                "{\"resource\":\"Mailer\",\"type\":\"AWS::Lambda::Function\",\"element\":\"\",\"what\":\"time-out\",\"seconds\":3,\"byDefault\":true}",
                json.path("timeouts").path(5).toString());
        assertEquals(
                "{\"resource\":\"Mailer\",\"type\":\"AWS::Lambda::Function\",\"unit\":\"environment\",\"on\":\"java21\",\"vcpu\":0.07235726399095534,\"memoryMiB\":128,\"architecture\":\"x86_64\"}"
                        .replace("0.07235726399095534", "0.0723572639909553"),
                json.path("computes").path(1).toString());
        assertEquals(
                List.of("targetTracking", "schedule"),
                json.path("scaling").path(0).path("rules").findValuesAsText("kind"));
    }

    private static List<String> names(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static Stream<SetUp> ours() {
        return SetUps.options(RealAssembly.folder(), "us-east-1").stream();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void fitsIntoATerminal(SetUp option) {
        InventoryText.of(Inventory.of(option)).lines().forEach(line -> assertTrue(line.length() <= 100, line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing.yaml               | error: there is no file nothing.yaml",
                RESOURCES
                        + "               | error: src/test/resources/atlas/compare/cli is not a cloud assembly: it has no manifest.json",
                RESOURCES
                        + "two-options/manifest.json | error: src/test/resources/atlas/compare/cli/two-options/manifest.json is not a CloudFormation template: it has no Resources",
                RESOURCES
                        + "two-options --option task | error: src/test/resources/atlas/compare/cli/two-options has no option task; it has calls, clock, tasks",
                SHOP
                        + " --option tasks     | error: src/test/resources/atlas/compare/cli/shop/before.yaml is not a cloud assembly: it has no manifest.json",
            })
    void refusesWhatItCannotRead(String args, String message) {
        Ran ran = Ran.atlas(("inventory " + args).split(" "));

        assertEquals(2, ran.exitCode());
        assertEquals("", ran.out());
        assertEquals(message, ran.err().stripTrailing());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inventory | error: Missing required parameter: 'TEMPLATE_OR_ASSEMBLY'",
                "inventory a b | error: Unmatched argument at index 2: 'b'",
                "inventory a --option | error: Missing required parameter for option '--option' (ID)",
            })
    void refusesACommandLineThatMakesNoSense(String args, String message) {
        Ran ran = Ran.atlas(args.split(" "));

        assertEquals(2, ran.exitCode());
        assertEquals(
                List.of(message, "Try './atlas inventory --help'."),
                ran.err().lines().toList());
    }

    @Test
    void guessesWhatAnUnknownOptionMeans() {
        Ran ran = Ran.atlas("inventory", "a", "--regoin", "x");

        assertEquals(2, ran.exitCode());
        assertEquals(
                List.of("error: Unknown options: '--regoin', 'x'", "Possible solutions: --region"),
                ran.err().lines().toList());
    }

    @Test
    void refusesAHundredMegabytes(@TempDir Path folder) throws IOException {
        Path large = folder.resolve("large.json");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(100L * 1024 * 1024);
        }

        Ran ran = Ran.atlas("inventory", large.toString());

        assertEquals(2, ran.exitCode());
        assertEquals("error: %s has more than 10 MiB; CloudFormation takes 1%n".formatted(large), ran.err());
    }

    /** What a template writes must not reach the terminal as a command to it. */
    @Test
    void printsNoControlCharacter(@TempDir Path folder) throws IOException {
        Path evil = Files.writeString(
                folder.resolve("evil.json"),
                "{ \"Description\": \"\\u001b[31mred\\u0007\", \"Resources\": { \"A\\u001b]0;x\": { \"Type\": \"AWS::SQS::Queue\" } } }");

        String out = Ran.atlas("inventory", evil.toString()).out();

        assertTrue(out.startsWith("evil.json: .[31mred.\n"), out);
        assertTrue(out.chars().noneMatch(c -> c < ' ' && c != '\n'), out);
    }
}
