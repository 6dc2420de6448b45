package atlas.infra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
    @Test
    void showsTheTableThatSynthPrintsToday(@TempDir Path output) throws IOException {
        Ran synth = Ran.atlas("synth", "--output", output.toString());

        assertEquals(0, synth.exitCode(), synth.err());
        assertTrue(
                Files.readString(ProjectFiles.ROOT.resolve("README.md")).contains(synth.out()),
                "the README's first screen should show:\n" + synth.out());
    }
}
