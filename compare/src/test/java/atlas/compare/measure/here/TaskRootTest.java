package atlas.compare.measure.here;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskRootTest {
    private static final String DIGEST = "sha256:0000000000000000000000000000000000000000000000000123456789ab";

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void pack() throws IOException {
        jar = folder.resolve("functions.jar");
        try (var entries = new ZipOutputStream(Files.newOutputStream(jar))) {
            entries.putNextEntry(new ZipEntry("atlas/"));
            entries.putNextEntry(new ZipEntry("atlas/Handler.class"));
            entries.write("a handler".getBytes(UTF_8));
        }
    }

    @Test
    void holdsTheEntriesAsFiles() throws IOException {
        Path root = TaskRoot.of(jar, DIGEST, folder.resolve("atlas"));

        assertEquals("a handler", Files.readString(root.resolve("atlas/Handler.class")));
    }

    @Test
    void isKeptForTheSameJarAndGoesWithAnother() throws IOException {
        Path place = folder.resolve("atlas");
        Path root = TaskRoot.of(jar, DIGEST, place);
        Files.writeString(root.resolve("mark"), "");

        assertEquals(root, TaskRoot.of(jar, DIGEST, place));
        assertEquals("", Files.readString(root.resolve("mark")));

        Path other = TaskRoot.of(jar, DIGEST.replace("ab", "cd"), place);
        try (Stream<Path> all = Files.list(place)) {
            assertEquals(List.of(other), all.toList());
        }
    }
}
