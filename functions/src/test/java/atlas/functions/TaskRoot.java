package atlas.functions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What Lambda makes of the uploaded jar: a folder with its entries, from which the runtime loads the handlers. */
final class TaskRoot {
    /** The jar as this build has made it. */
    static final Path JAR = Path.of(System.getProperty("atlas.functions.jar"));

    private static final Path FOLDER = JAR.resolveSibling("task-root");

    static {
        try {
            unpack();
            add(LocalHttpApi.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TaskRoot() {}

    static Path folder() {
        return FOLDER;
    }

    private static void unpack() throws IOException {
        try (var jar = new ZipInputStream(Files.newInputStream(JAR))) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                Path target = FOLDER.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(jar, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** A handler that only tests know, beside the product's. */
    private static void add(Class<?> handler) throws IOException {
        String file = handler.getName().replace('.', '/') + ".class";
        try (InputStream content = handler.getClassLoader().getResourceAsStream(file)) {
            Files.copy(content, FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
