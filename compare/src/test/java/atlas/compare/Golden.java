package atlas.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that people read, as they were when somebody last looked at them. */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final String HOW_TO_UPDATE = "mvn -q -pl app,compare test -Dgolden.update=true";

    private Golden() {}

    /** @param name of the file, with folders, below {@code golden} */
    public static void assertMatches(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text + "\n");
            }
            assertEquals(
                    Files.exists(file) ? Files.readString(file) : "(no file)",
                    text + "\n",
                    "%s has changed; when that is meant, type: %s".formatted(file, HOW_TO_UPDATE));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Without the hashes at the end of logical ids, which change when anything moves. */
    public static String withoutHashes(String text) {
        return text.replaceAll("(?<=[a-zA-Z])[0-9A-F]{8}(?![0-9A-Za-z])", "");
    }
}
