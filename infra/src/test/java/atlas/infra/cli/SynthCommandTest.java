package atlas.infra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthCommandTest {
    @TempDir
    static Path output;

    private static Ran synth;

    @BeforeAll
    static void synthesizeOneOption() {
        synth = Ran.atlas("synth", "lambda-http-api", "--json", "--output", output.toString());
    }

    @Test
    void writesThatOptionAndOnlyWhatItNeeds() {
        assertEquals(0, synth.exitCode(), synth.err());
        assertEquals(
                Set.of("LambdaHttpApi", "HttpApi", "Storage", "Database", "Messaging"),
                CloudAssembly.in(output).stacksFor("LambdaHttpApi"));
        assertEquals(6, CloudAssembly.in(output).size(), "the dashboard comes along, and is not needed");
    }

    @Test
    void printsNothingButTheTableToStandardOutput() throws Exception {
        JsonNode rows = new ObjectMapper().readTree(synth.out());

        assertEquals(1, rows.size());
        assertEquals("lambda-http-api", rows.get(0).path("id").asText());
        assertEquals(5, rows.get(0).path("stacks").asInt());
        assertEquals(
                CloudAssembly.in(output).resourcesFor("LambdaHttpApi"),
                rows.get(0).path("resources").asInt());
    }

    @Test
    void tellsHowFarItIs() {
        assertTrue(
                synth.err().startsWith("  LambdaHttpApi\n  Dashboard\n  writing\n6 stacks in " + output), synth.err());
    }
}
