package atlas.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The atlas's own cloud assembly, as its CDK app makes it: a process of its own, since no class of it is known here. */
public final class RealAssembly {
    public static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final Path FOLDER = Path.of("target", "real-assembly").toAbsolutePath();
    private static boolean made;

    private RealAssembly() {}

    /** Made once a run of the tests. */
    public static synchronized Path folder() {
        if (!made) {
            synthesize();
            made = true;
        }
        return FOLDER;
    }

    private static void synthesize() {
        try {
            String libraries = Files.readString(ROOT.resolve("infra/target/classpath.txt"));
            Path log = Files.createDirectories(FOLDER).resolve("synthesis.log");
            ProcessBuilder synthesis = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            libraries + ":" + ROOT.resolve("infra/target/classes"),
                            "atlas.infra.cli.Atlas",
                            "synth",
                            "--output",
                            FOLDER.toString()))
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            synthesis.environment().put("CDK_VALIDATION", "false");
            synthesis.environment().put("JSII_DEPRECATED", "quiet");
            synthesis.environment().put("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
            if (synthesis.start().waitFor() != 0) {
                throw new IllegalStateException("the synthesis failed:\n" + Files.readString(log));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
