package atlas.compare.measure.here;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that go with all they hold. */
final class Folders {
    private Folders() {}

    /** What cannot be deleted is left to the system, as temporary folders are. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException inUse) {
            // as said above
        }
    }
}
