package atlas.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What advisories.yaml knows. */
record Advisories(String read, List<Advisory> known, List<String> nothingFound) {
    static Advisories load() {
        try (InputStream yaml = Advisories.class.getResourceAsStream("/advisories.yaml")) {
            JsonNode file = new YAMLMapper().readTree(yaml);
            List<Advisory> known = new ArrayList<>();
            for (JsonNode entry : file.path("known")) {
                known.add(new Advisory(
                        entry.path("package").asText(),
                        entry.path("affected").asText(),
                        entry.path("id").asText(),
                        entry.path("source").asText(),
                        entry.path("accepted").asText()));
            }
            List<String> nothingFound = new ArrayList<>();
            file.path("nothingFound").forEach(entry -> nothingFound.add(entry.asText()));
            return new Advisories(file.path("read").asText(), known, nothingFound);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What is known of a library in the version in use. */
    List<Advisory> of(Library library) {
        return known.stream().filter(advisory -> advisory.concerns(library)).toList();
    }

    boolean lookedUp(Library library) {
        return known.stream().anyMatch(advisory -> advisory.library().equals(library.name()))
                || nothingFound.stream().anyMatch(pattern -> covers(pattern, library.name()));
    }

    private static boolean covers(String pattern, String name) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }
}
