package atlas.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What advisories.yaml knows. */
record Advisories(List<Advisory> known, List<LookUp> nothingFound) {
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
                        LocalDate.parse(entry.path("day").asText()),
                        entry.path("accepted").asText()));
            }
            List<LookUp> nothingFound = new ArrayList<>();
            for (JsonNode entry : file.path("nothingFound")) {
                List<String> packages = new ArrayList<>();
                entry.path("packages").forEach(name -> packages.add(name.asText()));
                nothingFound.add(new LookUp(
                        entry.path("asked").asText(),
                        LocalDate.parse(entry.path("day").asText()),
                        packages,
                        entry.path("nearest").asText(),
                        entry.path("says").asText()));
            }
            return new Advisories(known, nothingFound);
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
                || nothingFound.stream().anyMatch(lookUp -> lookUp.covers(library));
    }

    SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>();
        known.forEach(advisory -> days.add(advisory.day()));
        nothingFound.forEach(lookUp -> days.add(lookUp.day()));
        return days;
    }
}
