package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.http.Request;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that begin a request and do not end it. */
class SlowClientIT {
    private ServerProcess server;

    @TempDir
    Path folder;

    private void start(String jvmOptions) throws IOException {
        server = new ServerProcess(Map.of(
                "ATLAS_DATA_DIR",
                folder.toString(),
                "ATLAS_THREADS",
                "1",
                "ATLAS_BACKLOG",
                "1",
                "JAVA_TOOL_OPTIONS",
                jvmOptions));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /hea",
                "GET /health HTTP/1.1\r\nX-Never-Ending: ",
                "POST /posters HTTP/1.1\r\nContent-Length: 100\r\n\r\n{",
                "POST /posters HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"
            })
    void areHungUpOn(String begin) throws IOException {
        start("-Dsun.net.httpserver.maxReqTime=1");
        try (Socket client = begin(begin)) {
            assertEquals(-1, readUntilHungUp(client));
        }
    }

    @Test
    void holdUpNobodyElse() throws IOException {
        start("-Xmx64m");
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            slow.add(begin("GET /hea"));
        }
        assertEquals(
                200,
                server.endpoint().send(Request.of("GET", "/tiles/0/0/0.png")).status());
        for (Socket client : slow) {
            client.close();
        }
    }

    private Socket begin(String request) throws IOException {
        var client = new Socket("127.0.0.1", server.port());
        client.setSoTimeout(30_000);
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static int readUntilHungUp(Socket client) throws IOException {
        try {
            return client.getInputStream().read();
        } catch (SocketException reset) {
            return -1;
        }
    }
}
