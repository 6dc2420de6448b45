package atlas.proof.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The version a gate tells is the one that proof/install-gates installs. */
class VersionsTest {
    private static final Path GATES = Path.of("gates");

    @Test
    void areThoseThatNpmInstalls() throws IOException {
        JsonNode wanted = new ObjectMapper()
                .readTree(GATES.resolve("package.json").toFile())
                .path("dependencies");

        assertEquals(
                CloudFormationGate.VERSION,
                wanted.path("@aws/cloudformation-validate").asText());
        assertEquals(
                GuardGate.VERSION,
                wanted.path("@cdklabs/cdk-validator-cfnguard").asText());
    }

    @Test
    void areThoseThatPipInstalls() throws IOException {
        String wanted = Files.readString(GATES.resolve("requirements.txt"));

        assertTrue(wanted.contains("\ncfn-lint==" + CfnLintGate.VERSION + " "));
        assertTrue(wanted.contains("\ncheckov==" + CheckovGate.VERSION + " "));
    }

    /** A package whose maker changed a file would else come in unseen. */
    @Test
    void areHeldByHashes() throws IOException {
        String[] packages = Files.readString(GATES.resolve("requirements.txt")).split("\n(?=[a-z0-9])");

        assertTrue(packages.length > 100, packages.length + " packages");
        for (String one : packages) {
            assertTrue(
                    one.lines().filter(line -> line.contains("--hash=sha256:")).count() > 0, one);
        }
        new ObjectMapper()
                .readTree(GATES.resolve("package-lock.json").toFile()).path("packages").properties().stream()
                        .filter(entry -> !entry.getKey().isEmpty())
                        .forEach(entry -> assertTrue(
                                entry.getValue().path("integrity").asText().startsWith("sha512-"), entry.getKey()));
        assertEquals(
                0, Arrays.stream(packages).filter(one -> !one.contains("==")).count());
    }
}
