package atlas.functions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build knows of itself. Not from the jar's manifest: Lambda unpacks the jar, and then no package has one. */
final class Build {
    private Build() {}

    static String version() {
        try (InputStream file = Build.class.getResourceAsStream("build.properties")) {
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
