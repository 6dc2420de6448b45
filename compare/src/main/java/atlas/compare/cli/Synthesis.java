package atlas.compare.cli;

import atlas.compare.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /**
     * @param settings for the CDK app, as {@code npx cdk -c} takes them
     * @return the folder with the assembly
     * @throws BadInput when the CDK app refuses; it has said why
     */
    static Path of(Map<String, String> settings) {
        Path folder = root().resolve("target/atlas/cdk.out");
        Path told = folder.resolveSibling("settings");
        String wanted = new TreeMap<>(settings).toString();
        if (!isFresh(folder.resolve("manifest.json"), told, wanted)) {
            run(folder, settings);
            write(told, wanted);
        }
        return folder;
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
            int code = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new BadInput("the synthesis failed");
            }
        } catch (IOException broken) {
            throw new BadInput("the synthesis cannot be started: " + broken.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BadInput("the synthesis was interrupted");
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new BadInput("cannot write to %s: %s".formatted(file, unwritable.getMessage()));
        }
    }
}
