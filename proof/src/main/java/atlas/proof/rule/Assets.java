package atlas.proof.rule;

import atlas.compare.BadInput;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files and images that a cloud assembly brings along.
 *
 * @param files by the key they get in S3
 * @param platforms those that images are built for, such as {@code linux/arm64}, by the tag they get in ECR; empty where the
 *     assembly leaves it to the machine that builds
 */
record Assets(Map<String, Path> files, Map<String, String> platforms) {
    static Assets in(Path assembly) {
        Map<String, Path> files = new TreeMap<>();
        Map<String, String> platforms = new TreeMap<>();
        for (Path manifest : manifests(assembly)) {
            JsonNode content = read(manifest);
            content.path("files").forEach(file -> file.path("destinations")
                    .forEach(place -> files.put(
                            place.path("objectKey").asText(),
                            manifest.resolveSibling(
                                    file.path("source").path("path").asText()))));
            content.path("dockerImages").forEach(image -> image.path("destinations")
                    .forEach(place -> platforms.put(
                            place.path("imageTag").asText(),
                            image.path("source").path("platform").asText())));
        }
        return new Assets(files, platforms);
    }

    /** Stages have folders of their own. */
    private static List<Path> manifests(Path assembly) {
        try (Stream<Path> all = Files.walk(assembly, 3)) {
            return all.filter(file -> file.toString().endsWith(".assets.json"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new BadInput("%s cannot be read: %s".formatted(assembly, unreadable.getMessage()));
        }
    }

    private static JsonNode read(Path manifest) {
        try {
            return new ObjectMapper().readTree(manifest.toFile());
        } catch (IOException broken) {
            throw new BadInput("%s cannot be read: %s".formatted(manifest, broken.getMessage()));
        }
    }

    /** A file that is there. */
    Optional<Path> file(String key) {
        return Optional.ofNullable(files.get(key)).filter(Files::exists);
    }
}
