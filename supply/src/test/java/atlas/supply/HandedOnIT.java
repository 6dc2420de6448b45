package atlas.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the image's jar and the functions' jar tell about what they are made of. */
class HandedOnIT {
    private static final Map<String, String> JARS = Map.of(
            "containers", "containers/target/image/atlas-server.jar",
            "functions", "functions/target/atlas-functions.jar");
    /** Built without Maven, or made of another jar: these have no such file of their own. */
    private static final Set<String> UNTOLD = Set.of(
            "maven:org.reactivestreams:reactive-streams", "maven:software.amazon.awssdk:third-party-jackson-core");

    private static final Pattern POM_PROPERTIES = Pattern.compile("META-INF/maven/.+/pom\\.properties");
    private static final Pattern MAVEN_NAME = Pattern.compile("\\b[a-z0-9.]+\\.[a-z0-9.-]+:[a-z0-9-]+\\b");

    @ParameterizedTest
    @ValueSource(strings = {"containers", "functions"})
    void carriesItsBillOfMaterials(String module) throws IOException {
        assertEquals(Bills.text(Bills.of(module)), inJar(module, "META-INF/sbom/application.cdx.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"containers", "functions"})
    void carriesTheLicences(String module) throws IOException {
        assertEquals(Bills.text(Bills.ROOT.resolve("LICENSE")), inJar(module, "META-INF/LICENSE"));
        assertEquals(Bills.text(Bills.ROOT.resolve("THIRD-PARTY")), inJar(module, "META-INF/THIRD-PARTY"));
        for (String file : named("META-INF/[\\w-]+(?![\\w/-])", Bills.text(Bills.ROOT.resolve("THIRD-PARTY")))) {
            assertNotNull(inJar(module, file), file);
        }
    }

    /** Scanners of images and functions recognise a library in a jar of jars by this file, and by nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"containers", "functions"})
    void letsAScannerRecogniseItsLibraries(String module) throws IOException {
        Map<String, String> told = new TreeMap<>();
        try (var jar = new JarFile(path(module).toFile())) {
            for (JarEntry entry : jar.stream()
                    .filter(file -> POM_PROPERTIES.matcher(file.getName()).matches())
                    .toList()) {
                var properties = new Properties();
                properties.load(jar.getInputStream(entry));
                told.put(
                        "maven:" + properties.getProperty("groupId") + ":" + properties.getProperty("artifactId"),
                        properties.getProperty("version"));
            }
        }

        assertEquals(
                UNTOLD,
                Bills.libraries(Bills.of(module)).stream()
                        .filter(library -> !library.version().equals(told.get(library.name())))
                        .map(Library::name)
                        .collect(Collectors.toSet()));
    }

    /** MIT and BSD want their text to come along, so each such library is named where that text stands. */
    @Test
    void thirdPartyNamesWhoeverChoseAnotherLicenceThanApaches() {
        var wanted = new TreeSet<String>();
        for (String module : Bills.HANDED_ON) {
            Bills.libraries(Bills.of(module)).stream()
                    .filter(library -> !library.licences().equals(List.of("Apache-2.0")))
                    .forEach(library -> wanted.add(library.name().replaceFirst("maven:", "")));
        }

        String thirdParty = Bills.text(Bills.ROOT.resolve("THIRD-PARTY"));
        assertEquals(wanted, new TreeSet<>(named(MAVEN_NAME.pattern(), thirdParty)));
    }

    private static List<String> named(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String inJar(String module, String name) throws IOException {
        try (var jar = new JarFile(path(module).toFile())) {
            JarEntry entry = jar.getJarEntry(name);
            assertNotNull(entry, () -> name + " is not in " + path(module));
            try (InputStream content = jar.getInputStream(entry)) {
                return new String(content.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    private static Path path(String module) {
        return Bills.ROOT.resolve(JARS.get(module));
    }
}
