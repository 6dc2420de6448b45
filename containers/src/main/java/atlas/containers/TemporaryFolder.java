package atlas.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A new folder below the system's temporary one, which goes with all it holds when closed. */
record TemporaryFolder(Path path) implements AutoCloseable {
    /** @throws BadSetting if there is no place for one, such as in a container with a read-only root and nothing else */
    static TemporaryFolder create() {
        try {
            return new TemporaryFolder(Files.createTempDirectory("compute-atlas-"));
        } catch (IOException e) {
            throw new BadSetting("there is no temporary folder to keep posters in (%s); try ATLAS_DATA_DIR=FOLDER"
                    .formatted(System.getProperty("java.io.tmpdir")));
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // what could not be deleted is left to the system, as temporary folders are
        }
    }
}
