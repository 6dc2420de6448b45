package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import atlas.http.Request;
import atlas.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MapPageTest {
    private static final Response FROM_THE_APP = new Response(404, Map.of(), new byte[0]);

    private MapPage page;

    @BeforeEach
    void writePage(@TempDir Path folder) throws IOException {
        Path pages = Files.createDirectory(folder.resolve("page"));
        for (String name : new String[] {"index.html", "map.js", "map.css", "icon.svg"}) {
            Files.writeString(pages.resolve(name), "content of " + name);
        }
        Files.writeString(pages.resolve("notes.txt"), "not for browsers");
        Files.writeString(folder.resolve("secret.html"), "outside of the folder");
        Files.createDirectory(pages.resolve("folder.html"));
        page = new MapPage(pages, request -> FROM_THE_APP);
    }

    @ParameterizedTest
    @CsvSource({
        "/map/, index.html, text/html; charset=utf-8",
        "/map/index.html, index.html, text/html; charset=utf-8",
        "/map/map.js, map.js, text/javascript; charset=utf-8",
        "/map/map.css, map.css, text/css; charset=utf-8",
        "/map/icon.svg, icon.svg, image/svg+xml"
    })
    void servesTheFilesOfItsFolder(String path, String file, String contentType) {
        Response response = page.apply(Request.of("GET", path));
        assertEquals(200, response.status());
        assertEquals("content of " + file, new String(response.body(), StandardCharsets.UTF_8));
        assertEquals(Optional.of(contentType), response.header("Content-Type"));
        assertEquals(Optional.of("no-cache"), response.header("Cache-Control"));
    }

    @Test
    void tellsTheLengthOnHeadAndSendsNothing() {
        Response response = page.apply(Request.of("HEAD", "/map/map.js"));
        assertEquals(200, response.status());
        assertEquals(Optional.of("17"), response.header("Content-Length"));
        assertArrayEquals(new byte[0], response.body());
    }

    @Test
    void leadsFromTheBareNameToTheFolder() {
        Response response = page.apply(Request.of("GET", "/map"));
        assertEquals(302, response.status());
        assertEquals(Optional.of("/map/"), response.header("Location"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/health",
                "/mapmap.js",
                "/map/notes.txt",
                "/map/missing.html",
                "/map/folder.html",
                "/map/../secret.html",
                "/map/..%2fsecret.html",
                "/map/%2e%2e/secret.html",
                "/map//secret.html",
                "/map/.",
                "/map/.html",
                "/map/index.html/"
            })
    void leavesAllElseToTheApp(String path) {
        assertSame(FROM_THE_APP, page.apply(Request.of("GET", path)));
    }

    @Test
    void leavesOtherMethodsToTheApp() {
        assertSame(FROM_THE_APP, page.apply(Request.of("POST", "/map/")));
    }
}
