package atlas.proof.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Programs on this machine, away from what somebody may have set in his home or in the folder he stands in: the same
 * templates get the same judgement everywhere.
 *
 * @param home to work in, without settings of anybody
 */
record LocalProgram(Path home) implements Program {
    private static final int LONGEST_MINUTES = 10;
    /** Checkov, Python and Node take settings from variables, too. */
    private static final Set<String> NEEDED = Set.of("PATH", "TMPDIR");

    @Override
    public Output run(List<String> command) {
        try {
            Path out = Files.createTempFile("gate", ".out");
            Path err = Files.createTempFile("gate", ".err");
            try {
                return new Output(run(command, out, err), Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException broken) {
            throw new BrokenGate("it cannot be started: " + broken.getMessage());
        }
    }

    private int run(List<String> command, Path out, Path err) throws IOException {
        ProcessBuilder program = new ProcessBuilder(command)
                .directory(Files.createDirectories(home).toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        program.environment().keySet().retainAll(NEEDED);
        program.environment().put("HOME", home.toString());
        program.environment().put("PYTHONUTF8", "1");
        Process process = program.start();
        process.getOutputStream().close();
        // Not with Ctrl-C alone, which reaches it in a terminal, but also when only this program is told to stop.
        Thread end = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new BrokenGate("it did not end within %d minutes".formatted(LONGEST_MINUTES));
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new BrokenGate("it was interrupted");
        } finally {
            removed(end);
        }
    }

    private static void removed(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException alreadyEnding) {
            // then the hook has its turn
        }
    }
}
