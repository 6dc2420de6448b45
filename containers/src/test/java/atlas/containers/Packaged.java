package atlas.containers;

import java.nio.file.Path;
import java.util.List;

/** What the build hands on: the folder that Docker gets to see, and the jar in it. */
final class Packaged {
    static final Path IMAGE = Path.of(System.getProperty("atlas.image", "target/image"));
    static final Path JAR = IMAGE.resolve("atlas-server.jar");

    private Packaged() {}

    /** The command that runs {@code mainClass} of the jar on this JVM. */
    static ProcessBuilder command(Class<?> mainClass) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(List.of(java.toString(), "-cp", JAR.toString(), mainClass.getName()));
    }
}
