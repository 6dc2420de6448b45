package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {
    @Test
    void goesWithAllItHolds() throws IOException {
        Path path;
        try (var folder = TemporaryFolder.create()) {
            path = folder.path();
            Path inner = Files.createDirectories(path.resolve("posters/of-today"));
            Files.writeString(inner.resolve("poster.png"), "an image");
            assertTrue(Files.isDirectory(path));
        }
        assertFalse(Files.exists(path));
    }
}
