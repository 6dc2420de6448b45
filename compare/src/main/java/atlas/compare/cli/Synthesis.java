package atlas.compare.cli;

import atlas.compare.BadInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The atlas's own cloud assembly, made by its launcher when there is none, or when it is older than what it is made of. */
final class Synthesis {
    private static final String ROOT = "atlas.root";

    private Synthesis() {}

    /** The project, as the launcher tells. */
    static Path root() {
        String root = System.getProperty(ROOT);
        if (root == null) {
            throw new BadInput("start it as ./atlas, which says where the project is");
        }
        return Path.of(root);
    }

    /** It went wrong, and the launcher has said why. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int exitCode;

        private Failed(int exitCode) {
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }
    }

    /**
     * Nobody else writes the assembly meanwhile: another {@code ./atlas} may want other settings.
     *
     * @param settings for the CDK app, as {@code npx cdk -c} takes them
     * @param reader takes what it needs from the folder with the assembly
     * @throws Failed when the CDK app refuses
     */
    static <T> T read(Map<String, String> settings, Function<Path, T> reader) {
        Path folder = root().resolve("target/atlas/cdk.out");
        Path lock = folder.resolveSibling("lock");
        try {
            Files.createDirectories(lock.getParent());
            try (FileChannel door = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                door.lock();
                refresh(folder, settings);
                return reader.apply(folder);
            }
        } catch (IOException unwritable) {
            throw new BadInput("cannot write to %s: %s".formatted(lock, unwritable.getMessage()));
        }
    }

    private static void refresh(Path folder, Map<String, String> settings) throws IOException {
        Path told = folder.resolveSibling("settings");
        String wanted = new TreeMap<>(settings).toString();
        if (!isFresh(folder.resolve("manifest.json"), told, wanted)) {
            Files.deleteIfExists(told); // a synthesis that is cut short leaves a mixture
            run(folder, settings);
            Files.writeString(told, wanted);
        }
    }

    private static boolean isFresh(Path manifest, Path told, String wanted) {
        try {
            return Files.exists(told)
                    && Files.readString(told).equals(wanted)
                    && isNewer(told, root().resolve("target/built"))
                    && isNewer(told, root().resolve("cdk.json"))
                    && isNewer(told, manifest);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isNewer(Path made, Path source) throws IOException {
        return Files.exists(source)
                && !Files.getLastModifiedTime(made)
                        .toInstant()
                        .isBefore(Files.getLastModifiedTime(source).toInstant());
    }

    private static void run(Path folder, Map<String, String> settings) {
        List<String> command =
                new ArrayList<>(List.of(root().resolve("atlas").toString(), "synth", "--output", folder.toString()));
        settings.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        try {
            Process launcher = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            // Or it goes on writing when nobody keeps others out any more.
            Runtime.getRuntime().addShutdownHook(new Thread(launcher::destroy));
            int code = launcher.waitFor();
            if (code != 0) {
                throw new Failed(code);
            }
        } catch (IOException broken) {
            throw new BadInput("the synthesis cannot be started: " + broken.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BadInput("the synthesis was interrupted");
        }
    }
}
