package atlas.infra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedTableTest {
    private static final GeneratedTable TABLE = new GeneratedTable("page.md", "colours", "| red |");

    @TempDir
    private Path root;

    @Test
    void everyTableInTheDocumentsIsUpToDate() {
        GeneratedTable.ALL.forEach(table -> assertFalse(
                table.isStaleIn(ProjectFiles.ROOT), table.document() + " is stale; run ./atlas docs and look at it"));
    }

    @Test
    void replacesWhatStandsBetweenItsMarksOnly() throws IOException {
        write("before\n<!-- colours: written by ./atlas docs -->\n| blue |\n<!-- end of colours -->\nafter\n");
        assertTrue(TABLE.isStaleIn(root));

        TABLE.writeInto(root);

        assertEquals(
                "before\n<!-- colours: written by ./atlas docs -->\n| red |\n<!-- end of colours -->\nafter\n",
                Files.readString(root.resolve("page.md")));
        assertFalse(TABLE.isStaleIn(root));
    }

    @Test
    void saysWhichMarksAreMissing() throws IOException {
        write("no marks here\n");

        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> TABLE.isStaleIn(root));
        assertEquals("page.md has no marks for the table of colours", refused.getMessage());
    }

    private void write(String text) throws IOException {
        Files.writeString(root.resolve("page.md"), text);
    }
}
