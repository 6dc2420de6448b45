package atlas.compare.measure.here;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What Lambda makes of an uploaded jar: a folder of its entries, from which the runtime loads the handlers. They are
 * thousands, so the folder is kept for the next run with the same jar.
 */
final class TaskRoot {
    private static final String PREFIX = "task-root-";

    private TaskRoot() {}

    /** @param place where such folders are kept */
    static Path of(Path jar, String digest, Path place) throws IOException {
        Path folder = place.resolve(PREFIX + digest.substring(digest.length() - 12));
        if (!Files.exists(folder)) {
            Files.createDirectories(place);
            for (Path older : olderIn(place)) {
                Folders.delete(older);
            }
            Path half = Files.createTempDirectory(place, PREFIX);
            unpack(jar, half);
            Files.move(half, folder);
        }
        return folder;
    }

    private static List<Path> olderIn(Path place) throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        try (var entries = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
    }
}
