package atlas.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a project of which nothing is there but a launcher that notes how it was called. */
class SynthesisTest {
    private final String before = System.getProperty("atlas.root");

    @TempDir
    private Path root;

    @BeforeEach
    void makeAProject() throws IOException {
        Files.createDirectories(root.resolve("target"));
        Files.writeString(root.resolve("target/built"), "");
        Files.writeString(root.resolve("cdk.json"), "{}");
        launcher("mkdir -p \"$3\"; echo '{}' > \"$3/manifest.json\"");
        System.setProperty("atlas.root", root.toString());
    }

    @AfterEach
    void forgetIt() {
        if (before == null) {
            System.clearProperty("atlas.root");
        } else {
            System.setProperty("atlas.root", before);
        }
    }

    private void launcher(String does) throws IOException {
        Path launcher = root.resolve("atlas");
        Files.writeString(launcher, """
                #!/usr/bin/env bash
                echo "${@:4}" >> "%s/calls"
                %s
                """.formatted(root, does));
        assertTrue(launcher.toFile().setExecutable(true));
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(root.resolve("calls"));
    }

    private static Path read(Map<String, String> settings) {
        return Synthesis.read(settings, folder -> folder);
    }

    @Test
    void synthesizesOnceForTheSameSettings() throws IOException {
        assertEquals(root.resolve("target/atlas/cdk.out"), read(Map.of("maxUnits", "3")));
        read(Map.of("maxUnits", "3"));
        read(Map.of());

        assertEquals(List.of("-c maxUnits=3", ""), calls());
    }

    /** Otherwise another {@code ./atlas} puts templates of other settings under what is being read. */
    @Test
    void keepsOthersOutWhileItIsRead() {
        Synthesis.read(Map.of(), folder -> assertThrows(OverlappingFileLockException.class, this::enter));
    }

    private void enter() {
        try (FileChannel door = FileChannel.open(root.resolve("target/atlas/lock"), StandardOpenOption.WRITE)) {
            door.tryLock();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void endsAsTheLauncherDoes() throws IOException {
        launcher("exit 130");

        Synthesis.Failed failed = assertThrows(Synthesis.Failed.class, () -> read(Map.of()));

        assertEquals(130, failed.exitCode());
    }

    /** One that was cut short leaves templates of two settings. */
    @Test
    void doesNotTrustWhatAFailedSynthesisLeft() throws IOException {
        read(Map.of());
        launcher("exit 1");
        assertThrows(Synthesis.Failed.class, () -> read(Map.of("maxUnits", "3")));

        assertThrows(Synthesis.Failed.class, () -> read(Map.of()));
    }
}
