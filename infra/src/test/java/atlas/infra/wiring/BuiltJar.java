package atlas.infra.wiring;

import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.ProjectFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A jar that another room of the project builds and a stack deploys. Only its file is known here, none of its classes. */
final class BuiltJar {
    static final BuiltJar SERVER = new BuiltJar(Path.of(ProjectFiles.SERVER_JAR));
    static final BuiltJar FUNCTIONS = new BuiltJar(Path.of(ProjectFiles.FUNCTIONS_JAR));

    private final Path file;
    private final ClassLoader classes;

    private BuiltJar(Path file) {
        assertTrue(Files.exists(file), file + " is not there; type: ./atlas build");
        this.file = file;
        try {
            classes = new URLClassLoader(new URL[] {file.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Path file() {
        return file;
    }

    Class<?> load(String name) {
        try {
            return classes.loadClass(name);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(file + " has no class " + name, missing);
        }
    }

    String mainClass() {
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Main-Class");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Names of the project's own classes in a package. */
    List<String> classesIn(String packageName) {
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.matches(packageName.replace('.', '/') + "/[^/]+\\.class"))
                    .map(name -> name.replace('/', '.').replaceFirst("\\.class$", ""))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What the project's own classes have as texts: a name that is only in a comment is not read by anybody. */
    Set<String> constants(Pattern pattern) {
        Set<String> found = new TreeSet<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                if (entry.getName().matches("atlas/.*\\.class")) {
                    try (InputStream bytes = jar.getInputStream(entry)) {
                        String text = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
                        Matcher matcher = pattern.matcher(text);
                        while (matcher.find()) {
                            found.add(matcher.group());
                        }
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return found;
    }
}
