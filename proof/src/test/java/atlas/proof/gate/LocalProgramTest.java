package atlas.proof.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProgramTest {
    @TempDir
    private Path home;

    @Test
    void tellsWhatAProgramPrintedAndHowItEnded() {
        assertEquals(
                new Program.Output(3, "out\n", "err\n"),
                new LocalProgram(home).run(List.of("sh", "-c", "echo out; echo err >&2; exit 3")));
    }

    /** A .cfnlintrc in somebody's home, or in the folder he stands in, would change the judgement. */
    @Test
    void keepsItAwayFromSettingsOfAnybody() {
        assertEquals(
                "%1$s %1$s HOME PATH PWD PYTHONUTF8\n".formatted(home),
                new LocalProgram(home)
                        .run(
                                List.of(
                                        "sh",
                                        "-c",
                                        "echo $HOME $(pwd) $(env | cut -d = -f 1 | grep -v -e ^_ -e TMPDIR -e SHLVL -e OLDPWD | sort)"))
                        .out());
    }

    @Test
    void isBrokenWhenThereIsNoSuchProgram() {
        BrokenGate broken = assertThrows(BrokenGate.class, () -> new LocalProgram(home).run(List.of(home + "/none")));

        assertTrue(broken.getMessage().startsWith("it cannot be started: Cannot run program \"" + home + "/none\""));
    }
}
