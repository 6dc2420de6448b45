package atlas.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.RealAssembly;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void showsTheTableThatCompareWritesToday() throws IOException {
        Ran compare = Ran.atlas("compare", "--assembly", RealAssembly.folder().toString());

        assertEquals(0, compare.exitCode(), compare.err());
        assertTrue(
                Files.readString(RealAssembly.ROOT.resolve("README.md")).contains(compare.out()),
                "the README's first screen should show:\n" + compare.out());
    }

    @Test
    void fitsIntoATerminal() {
        Ran compare = Ran.atlas("compare", "--assembly", RealAssembly.folder().toString());

        assertTrue(compare.out().lines().allMatch(line -> line.length() <= 100), compare.out());
    }
}
