package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is uploaded. Lambda takes 50 MB, and 250 MB unpacked; a small jar is quicker to load and to upload. */
class FunctionsJarIT {
    private static final long MB = 1_000_000;
    private static ZipFile jar;

    @BeforeAll
    static void open() throws IOException {
        jar = new ZipFile(TaskRoot.JAR.toFile());
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void staysSmall() throws IOException {
        long packed = Files.size(TaskRoot.JAR);
        long unpacked = jar.stream().mapToLong(ZipEntry::getSize).sum();
        assertTrue(packed < 15 * MB, packed + " bytes");
        assertTrue(unpacked < 45 * MB, unpacked + " bytes unpacked");
    }

    @Test
    void hasOneHttpClient() throws IOException {
        String services = read("META-INF/services/software.amazon.awssdk.http.SdkHttpService");
        List<String> clients = services.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertEquals(List.of("software.amazon.awssdk.http.urlconnection.UrlConnectionSdkHttpService"), clients);
        assertEquals(List.of(), entriesBelow("io/netty/", "org/apache/http/", "org/apache/hc/"));
    }

    @Test
    void holdsNoTestAndNothingOfTheRuntime() {
        assertEquals(
                List.of(),
                entriesBelow(
                        "org/junit/",
                        "atlas/functions/LocalHttpApi",
                        "com/amazonaws/services/lambda/runtime/api/",
                        "com/amazonaws/services/lambda/runtime/serialization/"));
    }

    /** Lambda unpacks it into a folder, where a class of another release would hide none. */
    @Test
    void hasOneClassOfAName() {
        assertEquals(List.of(), entriesBelow("META-INF/versions/"));
        List<String> names = jar.stream().map(ZipEntry::getName).toList();
        assertEquals(names.size(), names.stream().distinct().count());
    }

    private static List<String> entriesBelow(String... folders) {
        return jar.stream()
                .map(ZipEntry::getName)
                .filter(name -> List.of(folders).stream().anyMatch(name::startsWith))
                .toList();
    }

    private static String read(String name) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
