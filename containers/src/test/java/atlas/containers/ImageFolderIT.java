package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The image's hash is the hash of this folder, so it holds what the image needs and nothing that changes by itself. */
class ImageFolderIT {
    private static final LocalDateTime OUTPUT_TIMESTAMP = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final Pattern MADE_HERE = Pattern.compile("atlas/.*|META-INF/MANIFEST\\.MF");
    private static final Pattern OUR_CLASS = Pattern.compile("atlas\\.containers\\.\\w+");

    @Test
    void holdsTheDockerfileAndTheJarAlone() throws IOException {
        try (Stream<Path> files = Files.list(Packaged.IMAGE)) {
            assertEquals(
                    Set.of("Dockerfile", "atlas-server.jar"),
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void carriesNoTimeOfItsBuild() throws IOException {
        try (var jar = new JarFile(Packaged.JAR.toFile())) {
            assertEquals(
                    Set.of(OUTPUT_TIMESTAMP),
                    jar.stream()
                            .filter(entry -> MADE_HERE.matcher(entry.getName()).matches())
                            .map(JarEntry::getTimeLocal)
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void saysInItsManifestNothingOfTheMachineThatBuiltIt() throws IOException {
        try (var jar = new JarFile(Packaged.JAR.toFile())) {
            var attributes = new TreeMap<String, Object>();
            jar.getManifest().getMainAttributes().forEach((name, value) -> attributes.put(name.toString(), value));
            assertEquals(
                    Map.of(
                            "Manifest-Version", "1.0",
                            "Implementation-Version", "0.1.0",
                            "Main-Class", "atlas.containers.Server"),
                    attributes);
        }
    }

    @Test
    void leavesOutWhatOnlyBelongsToTheJarsItWasMadeOf() throws IOException {
        Pattern clutter =
                Pattern.compile("(.*/)?module-info\\.class|META-INF/.*\\.(SF|RSA|DSA)|META-INF/maven/.*/pom\\.xml");
        try (var jar = new JarFile(Packaged.JAR.toFile())) {
            assertEquals(
                    List.of(),
                    jar.stream()
                            .map(JarEntry::getName)
                            .filter(clutter.asMatchPredicate())
                            .toList());
        }
    }

    @Test
    void hasEveryClassThatTheDockerfileNames() throws IOException {
        String dockerfile = Files.readString(Packaged.IMAGE.resolve("Dockerfile"));
        Set<String> named =
                OUR_CLASS.matcher(dockerfile).results().map(MatchResult::group).collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        Server.class.getName(),
                        Batch.class.getName(),
                        HealthCheck.class.getName(),
                        Training.class.getName()),
                named);
        try (var jar = new JarFile(Packaged.JAR.toFile())) {
            named.forEach(name -> assertTrue(
                    jar.getEntry(name.replace('.', '/') + ".class") != null, () -> name + " is not in the jar"));
        }
    }
}
