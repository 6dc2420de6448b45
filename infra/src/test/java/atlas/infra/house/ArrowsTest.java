package atlas.infra.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.infra.ProjectFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which room of the house may know which: a boundary that nobody checks leaks. */
class ArrowsTest {
    /** From each room to those it may use, besides itself. */
    private static final Map<String, Set<String>> ARROWS = new TreeMap<>(Map.of(
            "app", Set.of(),
            "http", Set.of("app"),
            "adapters", Set.of("app"),
            "containers", Set.of("app", "http", "adapters"),
            "functions", Set.of("app", "http", "adapters"),
            "infra", Set.of(),
            "compare", Set.of("app"),
            "proof", Set.of("compare"),
            "supply", Set.of()));

    static List<String> modules() {
        return Sources.modules();
    }

    @Test
    void everyRoomHasItsArrows() {
        assertEquals(new TreeSet<>(modules()), ARROWS.keySet());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void importsWhatItMayKnow(String module) {
        Set<String> known = new TreeSet<>(ARROWS.get(module));
        known.add(module);
        List<String> strangers = new ArrayList<>();
        for (String part : List.of("main", "test")) {
            for (Path file : Sources.of(module, part)) {
                Sources.imports(file).stream()
                        .filter(name -> name.startsWith("atlas."))
                        .filter(name -> !known.contains(name.split("\\.")[1]))
                        .forEach(name -> strangers.add(file.getFileName() + " imports " + name));
            }
        }

        assertEquals(List.of(), strangers);
    }

    /** The build would else put a room's classes within reach, and the next import is a key stroke away. */
    @ParameterizedTest
    @MethodSource("modules")
    void dependsOnWhatItMayKnow(String module) {
        String pom = Sources.text(ProjectFiles.ROOT.resolve(module).resolve("pom.xml"))
                .replaceFirst("(?s)<parent>.*?</parent>", "");

        List<String> strangers =
                Sources.found("<groupId>atlas</groupId>\\s*<artifactId>([\\w-]+)</artifactId>", pom).stream()
                        .filter(dependency -> !ARROWS.get(module).contains(dependency))
                        .toList();

        assertEquals(List.of(), strangers);
    }

    /** It is the same app wherever it runs. */
    @Test
    void theAppKnowsNeitherAwsNorHttp() {
        assertEquals(List.of(), importsOf("app", "(?!java\\.|javax\\.crypto\\.|atlas\\.app\\.).*|java\\.net\\..*"));
    }

    @Test
    void onlyTheAdaptersAndTheRehearsalKnowTheSdk() {
        for (String module : modules()) {
            if (!Set.of("adapters", "proof").contains(module)) {
                assertEquals(List.of(), importsOf(module, "software\\.amazon\\.awssdk\\..*"), module);
            }
        }
    }

    @Test
    void onlyInfraKnowsTheCdk() {
        for (String module : modules()) {
            if (!module.equals("infra")) {
                assertEquals(List.of(), importsOf(module, "software\\.(amazon\\.awscdk|constructs)\\..*"), module);
            }
        }
    }

    private static List<String> importsOf(String module, String pattern) {
        return Sources.of(module, "main").stream()
                .flatMap(file -> Sources.imports(file).stream()
                        .filter(name -> name.matches(pattern))
                        .map(name -> file.getFileName() + " imports " + name))
                .toList();
    }
}
