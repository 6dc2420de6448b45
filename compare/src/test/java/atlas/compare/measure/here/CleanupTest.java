package atlas.compare.measure.here;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanupTest {
    @Test
    void undoesTheLastFirst() throws IOException {
        List<String> undone = new ArrayList<>();
        try (var cleanup = new Cleanup()) {
            cleanup.make(() -> "folder", undone::add);
            cleanup.make(() -> "process", undone::add);
        }

        assertEquals(List.of("process", "folder"), undone);
    }

    @Test
    void removesAFolderWithAllItHolds() throws IOException {
        Path folder;
        try (var cleanup = new Cleanup()) {
            folder = cleanup.folder();
            Files.createDirectories(folder.resolve("a/b"));
            Files.writeString(folder.resolve("a/b/c"), "d");
        }

        assertFalse(Files.exists(folder));
    }

    /** Else a process would begin just when Ctrl-C has ended all others. */
    @Test
    void makesNothingAfterTheEnd() {
        var cleanup = new Cleanup();
        cleanup.close();
        List<String> made = new ArrayList<>();

        assertThrows(IOException.class, () -> cleanup.make(() -> made.add("process"), undo -> {}));
        assertTrue(made.isEmpty());
    }

    @Test
    void undoesNothingTwice() throws IOException {
        List<String> undone = new ArrayList<>();
        var cleanup = new Cleanup();
        cleanup.make(() -> "process", undone::add);
        cleanup.close();
        cleanup.close();

        assertEquals(List.of("process"), undone);
    }
}
