package atlas.app.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderObjectStoreTest {
    @TempDir
    private Path parent;

    private Path folder;
    private FolderObjectStore store;

    @BeforeEach
    void open() {
        folder = parent.resolve("objects");
        store = new FolderObjectStore(folder);
    }

    @Test
    void keepsContentUnderItsKey() throws IOException {
        store.put("posters/a-1.png", new byte[] {1, 2, 3}, "image/png");
        assertArrayEquals(new byte[] {1, 2, 3}, store.get("posters/a-1.png").orElseThrow());
        try (var files = Files.list(folder.resolve("posters"))) {
            assertEquals(List.of(folder.resolve("posters/a-1.png")), files.toList());
        }
    }

    @Test
    void replacesContent() {
        store.put("a", new byte[] {1}, "image/png");
        store.put("a", new byte[] {2}, "image/png");
        assertArrayEquals(new byte[] {2}, store.get("a").orElseThrow());
    }

    @Test
    void hasNothingUnderAnotherKey() {
        assertEquals(Optional.empty(), store.get("posters/none.png"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "..",
                "../out",
                "posters/../../out",
                "posters/..",
                "posters//a",
                "posters/",
                ".hidden",
                "a\\b",
                "a\0b",
                "a b",
                "é",
                "C:a"
            })
    void refusesAKeyThatMightLeadOut(String key) {
        String message = "a key is names of letters, digits, dot, dash and underscore, parted by slashes, got " + key;
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> store.get(key))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> store.put(key, new byte[0], "image/png"))
                        .getMessage());
        assertEquals(false, Files.exists(folder));
    }
}
