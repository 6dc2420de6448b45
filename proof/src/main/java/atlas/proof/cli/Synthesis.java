package atlas.proof.cli;

import atlas.compare.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The atlas's own cloud assemblies, made by its launcher. */
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
     * @param name of the folder, below target/atlas/check
     * @param settings for the CDK app, as {@code npx cdk -c} takes them
     * @throws BadInput when the CDK app refuses, with what it said
     */
    static Path of(String name, Map<String, String> settings) {
        return into(root().resolve("target/atlas/check").resolve(name), settings);
    }

    /** The same, into a folder that the caller names. */
    static Path into(Path folder, Map<String, String> settings) {
        List<String> command =
                new ArrayList<>(List.of(root().resolve("atlas").toString(), "synth", "--output", folder.toString()));
        settings.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        try {
            Path said = Files.createTempFile("synthesis", ".err");
            try {
                int code = new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(said.toFile())
                        .start()
                        .waitFor();
                if (code != 0) {
                    throw new BadInput("the synthesis failed: "
                            + Files.readString(said).strip().replaceFirst("^error: ", ""));
                }
                return folder;
            } finally {
                Files.delete(said);
            }
        } catch (IOException broken) {
            throw new BadInput("the synthesis cannot be started: " + broken.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BadInput("the synthesis was interrupted");
        }
    }
}
