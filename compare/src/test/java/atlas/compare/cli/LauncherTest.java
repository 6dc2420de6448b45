package atlas.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.RealAssembly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./atlas} says by itself, before anything is built. */
class LauncherTest {
    private static String launched(int exitCode, String line) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(RealAssembly.ROOT.resolve("atlas").toString()));
        command.addAll(List.of(line.split(" ")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(exitCode, process.waitFor(), said);
        return said;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compre           | error: unknown command compre; ./atlas --help lists those there are",
                "help compre      | error: unknown command compre; ./atlas --help lists those there are",
                "build all        | error: ./atlas build takes nothing, got all",
                "run fast         | error: unknown option fast; ./atlas run --help shows those there are",
                "run --port       | error: --port needs a number, such as --port 8081",
                "run --port web   | error: --port must be 0 to 65535, got web; try --port 8081",
                "run --port=65536 | error: --port must be 0 to 65535, got 65536; try --port 8081",
            })
    void saysInOneLineWhatItCannotDo(String line, String said) throws Exception {
        assertEquals(said + "\n", launched(2, line));
    }

    @ParameterizedTest
    @CsvSource({"--help, ./atlas COMMAND [OPTIONS]", "help run, ./atlas run [--port N]", "build --help, ./atlas build"})
    void explainsItself(String line, String usage) throws Exception {
        assertTrue(launched(0, line).startsWith("Usage: " + usage + "\n"));
    }

    @Test
    void fitsIntoATerminal() throws Exception {
        assertTrue(launched(0, "--help").lines().allMatch(line -> line.length() <= 100));
    }
}
