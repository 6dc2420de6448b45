package atlas.compare;

import atlas.compare.template.SetUp;
import atlas.compare.template.SetUps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A template that a test writes down, read as anybody's is. */
public final class TemplateText {
    private TemplateText() {}

    /** JSON or YAML, for us-east-1. */
    public static SetUp setUp(String template) {
        return setUp(template, "us-east-1");
    }

    public static SetUp setUp(String template, String region) {
        try {
            Path file = Files.createTempFile("template", ".yaml");
            try {
                Files.writeString(file, template);
                return SetUps.whole(file, region);
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
