package atlas.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The bills of materials (CycloneDX) that the build writes. */
final class Bills {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path NPM = ROOT.resolve("supply/target/npm.cdx.json");
    static final Path NPM_WITH_TOOLS = ROOT.resolve("supply/target/npm-with-tools.cdx.json");

    /** Modules whose libraries are copied into a jar that is uploaded, and so handed on. */
    static final List<String> HANDED_ON = List.of("containers", "functions");

    private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Bills() {}

    /** As the reactor's own pom.xml lists them. */
    static List<String> modules() {
        return MODULE.matcher(text(ROOT.resolve("pom.xml")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** Of all that runs, without the tests. */
    static Path of(String module) {
        return ROOT.resolve(module).resolve("target/bom.json");
    }

    static Path withTests(String module) {
        return ROOT.resolve(module).resolve("target/bom-with-tests.json");
    }

    /** What others wrote; our own modules are left out. */
    static List<Library> libraries(Path bill) {
        List<Library> libraries = new ArrayList<>();
        json(bill).path("components").forEach(component -> libraries.add(Library.of(component)));
        return libraries.stream().filter(library -> !library.isOurs()).toList();
    }

    static JsonNode json(Path bill) {
        try {
            return JSON.readTree(text(bill));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String text(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    "no %s; try mvn verify, and not offline: the bills' plugin then does nothing"
                            .formatted(ROOT.relativize(file)));
        }
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
