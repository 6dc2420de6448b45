package atlas.compare;

import atlas.compare.template.SetUp;
import atlas.compare.template.SetUps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Templates that a test writes in so many words. */
public final class Written {
    private Written() {}

    /** @param template JSON or YAML */
    public static SetUp setUp(String template) {
        try {
            Path file = Files.createTempFile("template", ".txt");
            try {
                Files.writeString(file, template);
                return SetUps.whole(file, "us-east-1");
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
