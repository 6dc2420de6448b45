package atlas.compare;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project lies, which tests run one folder below. */
public final class Project {
    public static final Path ROOT = root();

    private Project() {}

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("cdk.json")) ? here : here.getParent();
    }
}
