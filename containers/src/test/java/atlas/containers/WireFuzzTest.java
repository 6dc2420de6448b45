package atlas.containers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.TileRenderer.Rendering;
import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes on a connection that nobody would think of, the JDK's own server included. */
class WireFuzzTest {
    private static final String REQUEST = "GET /tiles/0/0/0.png HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        server = new RunningServer(
                tile -> new Rendering(new byte[] {1}, Duration.ZERO), Map.of("ATLAS_DATA_DIR", folder.toString()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<byte[]> requests() {
        return MalformedHttp.all().map(each -> each.request().getBytes(ISO_8859_1));
    }

    @MethodSource("requests")
    @FuzzTest(maxDuration = "20s")
    void isAnsweredOrHungUpOn(byte[] bytes) throws IOException {
        BugDetectors.allowNetworkConnections((host, port) -> port == server.port());
        String answer = RawClient.answer(server.port(), new String(bytes, ISO_8859_1));
        assertTrue(answer.isEmpty() || answer.matches("(?s)HTTP/1\\.1 [1-4]\\d\\d .*|(?s)HTTP/1\\.1 501 .*"), answer);
        assertFalse(answer.contains("\tat "), answer);
        assertFalse(server.log().contains("\"exception\""), server::log);
        assertEquals("HTTP/1.1 200", RawClient.answer(server.port(), REQUEST).substring(0, 12));
        server.forgetLog();
    }
}
