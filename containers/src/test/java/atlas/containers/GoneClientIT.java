package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.http.Request;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connections with nobody at the other end, or nobody who does anything. */
class GoneClientIT {
    private static final String TILE = "GET /tiles/3/2/3.png HTTP/1.1\r\n\r\n";
    private static final int TIMES = 100;

    private ServerProcess server;

    @TempDir
    Path folder;

    private void start(String jvmOptions) throws IOException {
        server = new ServerProcess(
                Map.of("ATLAS_DATA_DIR", folder.toString(), "JAVA_TOOL_OPTIONS", "-Xmx64m " + jvmOptions));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoSendsNoMoreIsAnsweredAllTheSame() throws IOException {
        start("");
        assertTrue(RawClient.answer(server.port(), TILE).startsWith("HTTP/1.1 200 OK\r\n"));
    }

    @Test
    void whoVanishesInTheMidstOfAnythingLeavesNoTrace() throws IOException {
        start("");
        for (int i = 0; i < TIMES; i++) {
            for (String begun : List.of(
                    TILE, TILE.repeat(20), "GET /hea", "POST /posters HTTP/1.1\r\nContent-Length: 9\r\n\r\n{")) {
                var client = new RawClient(server.port());
                client.send(begun);
                client.vanish();
            }
        }
        assertAnswers();
        assertEquals(
                List.of(),
                server.lines().stream()
                        .filter(line -> line.contains("Exception"))
                        .toList());
    }

    /** An answer that nobody reads holds up a thread, and memory, for as long as an answer may take. */
    @Test
    @Timeout(60)
    void whoDoesNotReadIsHungUpOn() throws IOException {
        start("-Dsun.net.httpserver.maxRspTime=1");
        try (var client = new RawClient(server.port(), 4096)) {
            assertThrows(SocketException.class, () -> askOnAndOn(client));
            assertAnswers();
        }
    }

    private static void askOnAndOn(RawClient client) throws IOException {
        while (true) {
            client.send(TILE.repeat(TIMES));
        }
    }

    /** So many connections are silent as there may be at all. */
    @Test
    void whoSaysNothingKeepsOthersOutForAWhileOnly() throws Exception {
        start("-Dsun.net.httpserver.idleInterval=1 -Dsun.net.httpserver.idleTimerScheduleMillis=500");
        List<RawClient> silent = new ArrayList<>();
        for (int i = 0; i < HttpLimits.CONNECTIONS; i++) {
            silent.add(new RawClient(server.port()));
        }
        assertEquals("", RawClient.answer(server.port(), TILE), "one connection too many is closed at once");
        for (RawClient client : silent) {
            assertEquals("", client.rest());
        }
        assertAnswers();
    }

    private void assertAnswers() throws IOException {
        assertEquals(
                200,
                server.endpoint().send(Request.of("GET", "/tiles/0/0/0.png")).status());
    }
}
