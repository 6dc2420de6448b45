package atlas.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BillsIT {
    static List<Path> all() {
        return Stream.concat(
                        Bills.modules().stream()
                                .flatMap(module -> Stream.of(Bills.of(module), Bills.withTests(module))),
                        Stream.of(Bills.NPM, Bills.NPM_WITH_TOOLS))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isCycloneDx(Path bill) {
        assertEquals("CycloneDX", Bills.json(bill).path("bomFormat").asText());
        assertFalse(Bills.json(bill).path("specVersion").asText().isEmpty());
    }

    /** It goes into jars, and these into hashes. */
    @ParameterizedTest
    @MethodSource("all")
    void tellsNothingOfWhenAndWhereItWasMade(Path bill) {
        assertFalse(Bills.json(bill).path("metadata").has("timestamp"));
        assertFalse(Bills.text(bill).contains(Bills.ROOT.toString()));
    }

    /** npm would call it by the folder that it was checked out to. */
    @Test
    void npmsIsCalledAfterTheProject() {
        assertEquals(
                "compute-atlas",
                Bills.json(Bills.NPM).at("/metadata/component/name").asText());
    }

    /** By its hash anybody can tell whether a library is the one that was built with. */
    @ParameterizedTest
    @MethodSource("all")
    void knowsEveryLibraryByItsHash(Path bill) {
        assertEquals(
                List.of(),
                Bills.json(bill)
                        .path("components")
                        .valueStream()
                        .filter(component -> component.path("hashes").isEmpty())
                        .map(component -> component.path("purl").asText())
                        .toList());
    }

    @Test
    void npmsIsWhatTheLockFilePins() {
        Map<String, String> pinned = new TreeMap<>();
        JsonNode packages = Bills.json(Bills.ROOT.resolve("package-lock.json")).path("packages");
        packages.properties().forEach(entry -> {
            if (!entry.getKey().isEmpty() && !entry.getValue().path("dev").asBoolean()) {
                pinned.put(
                        "npm:" + entry.getKey().replaceFirst(".*node_modules/", ""),
                        entry.getValue().path("version").asText());
            }
        });
        Map<String, String> listed = new TreeMap<>();
        Bills.libraries(Bills.NPM).forEach(library -> listed.put(library.name(), library.version()));

        assertEquals(pinned, listed);
    }
}
