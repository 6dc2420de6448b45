package atlas.compare.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files that are shipped, as texts that a test may spoil. */
final class FilesOfFacts {
    private FilesOfFacts() {}

    static String text(String name) {
        try (InputStream file = Facts.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static List<String> sourceIds() {
        return Entry.parse("subjects.yaml", text("subjects.yaml")).entries("sources").stream()
                .map(source -> source.text("id"))
                .toList();
    }
}
