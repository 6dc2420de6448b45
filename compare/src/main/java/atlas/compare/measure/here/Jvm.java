package atlas.compare.measure.here;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JVM that runs this, to be started again beside it. */
final class Jvm {
    private Jvm() {}

    /** With an empty environment: what this shell has set for AWS or for the app is not to be measured. */
    static ProcessBuilder command(List<String> flags, List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(program);
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        return builder;
    }
}
