package atlas.proof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
    @TempDir
    private Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void isStartedByTheLauncher() throws IOException {
        System.setProperty("atlas.root", root.toString());
        Files.createDirectories(root.resolve("proof"));
        Files.writeString(root.resolve("proof/acknowledged.yaml"), "[]");
        Files.writeString(root.resolve("template.yaml"), "Resources:\n  Log:\n    Type: AWS::Logs::LogGroup\n");
    }

    @AfterEach
    void isOver() {
        System.clearProperty("atlas.root");
    }

    /** Nothing is installed here, and that is not the same as nothing found. */
    @Test
    void endsWithThreeWhenGatesAreMissing() {
        int code = run("check", root.resolve("template.yaml").toString());

        assertEquals(3, code);
        assertTrue(out.toString().startsWith("skipped cloudformation: it is not installed; try proof/install-gates\n"));
        assertTrue(out.toString().endsWith("\nnothing is left to do; 4 of 5 gates did not judge\n"));
    }

    @Test
    void asksTheGatesThatAreNamed() {
        run("check", "--gate", "guard", root.resolve("template.yaml").toString());

        assertEquals("nothing is left to do; 1 of 1 gates did not judge", lastLine());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--gate chekov | there is no gate chekov; there are cloudformation, cfn-lint, guard, checkov, rules",
                "none.yaml | there is no file none.yaml",
                "none.yaml -c profile=production | settings are for the atlas's own templates; leave out -c or the template",
                "none.yaml --record x | --record is about all gates and the atlas's own templates; leave out templates,"
                        + " --gate and -c",
                "--record /nowhere/x | /nowhere/x cannot be written: there is no folder /nowhere to write in",
                "--gate guard --record x | --record is about all gates and the atlas's own templates; leave out templates,"
                        + " --gate and -c",
            })
    void refusesWhatItCannotDo(String arguments, String message) {
        assertEquals(2, run(("check " + arguments).split(" ")));
        assertEquals("error: " + message, err.toString().lines().findFirst().orElse(""));
    }

    @Test
    void tellsWhatItTakes() {
        assertEquals(0, run("check", "--help"));
        assertTrue(out.toString()
                .contains("Exit code: 0 nothing is left to do, 1 something is, 2 the command line is wrong,"));
    }

    private String lastLine() {
        String[] lines = out.toString().split("\n");
        return lines[lines.length - 1];
    }

    private int run(String... arguments) {
        return Proof.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
