package atlas.proof.rehearsal;

import atlas.compare.BadInput;
import atlas.proof.rehearsal.assembly.Assembly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The project's own cloud assembly, made by its launcher with all options. */
public final class Synthesis {
    private Synthesis() {}

    /**
     * @param settings of the CDK app, as {@code -c} takes them
     * @throws BadInput when the CDK app refuses; it has said why
     */
    public static Assembly of(Path root, Map<String, String> settings, Path folder) throws InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(root.resolve("atlas").toString(), "synth", "--output", folder.toString()));
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
        }
        return Assembly.in(folder);
    }
}
