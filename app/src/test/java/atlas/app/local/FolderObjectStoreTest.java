package atlas.app.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.app.InvalidInput;
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

    @Test
    void readsNoMoreThanItMay() {
        store.put("jobs/a.json", new byte[4], "application/json");
        assertArrayEquals(new byte[4], store.get("jobs/a.json", 4).orElseThrow().content());

        var refused = assertThrows(InvalidInput.class, () -> store.get("jobs/a.json", 3));
        assertEquals("size must be 0 to 3 bytes, got 4", refused.getMessage());
        assertEquals("size", refused.field());
    }

    @Test
    void tagsContentWithItsMd5Sum() {
        store.put("jobs/a.json", new byte[0], "application/json");
        assertEquals(
                "d41d8cd98f00b204e9800998ecf8427e",
                store.get("jobs/a.json", 4).orElseThrow().etag());
        store.put("jobs/a.json", new byte[] {'a'}, "application/json");
        assertEquals(
                "0cc175b9c0f1b6a831c399e269772661",
                store.get("jobs/a.json", 4).orElseThrow().etag());
    }

    @Test
    void findsNothingUnderAnotherKey() {
        assertEquals(Optional.empty(), store.get("jobs/none.json", 4));
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
