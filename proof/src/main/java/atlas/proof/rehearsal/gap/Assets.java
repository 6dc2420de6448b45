package atlas.proof.rehearsal.gap;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The files beside a copied template.
 *
 * @param folder of the copied assembly
 * @param root of the project
 */
record Assets(Path folder, Path root) {
    /** Puts a text into an archive, unless it is there. */
    void add(String archive, String name, String text) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve(archive), Map.of())) {
            Path file = zip.getPath(name);
            if (Files.notExists(file)) {
                Files.writeString(file, text);
            }
        }
    }

    /** AWS's runtime interface client, as a class path. */
    String lambdaRuntime() throws IOException {
        return Files.readString(root.resolve("compare/target/lambda-runtime.txt"))
                .strip();
    }
}
