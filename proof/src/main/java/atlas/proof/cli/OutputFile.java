package atlas.proof.cli;

import atlas.compare.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a result goes that takes minutes: better refused before. */
final class OutputFile {
    private OutputFile() {}

    /** @throws BadInput when nothing can be written there */
    static void requireFolderOf(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (Files.isDirectory(file) || folder == null) {
            throw new BadInput("%s is a folder; name a file".formatted(file));
        }
        if (!Files.isWritable(folder)) {
            throw new BadInput("%s cannot be written: there is no folder %s to write in".formatted(file, folder));
        }
    }
}
