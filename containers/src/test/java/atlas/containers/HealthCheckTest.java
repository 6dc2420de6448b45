package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCheckTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "127.0.0.1", "localhost", ""})
    void passesWhenTheServerIsReady(String host) throws Exception {
        assertEquals(0, checkServerThatSays(200, host));
        assertEquals("", err.toString());
    }

    @Test
    void failsWhenTheServerIsNotReady() throws Exception {
        assertEquals(1, checkServerThatSays(503, "127.0.0.1"));
        assertEquals(
                "not ready: HTTP/1.1 503 Service Unavailable", err.toString().strip());
    }

    @Test
    void failsWhenNothingListens() throws IOException {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        assertEquals(1, check(Map.of("PORT", Integer.toString(port))));
        assertEquals("not ready: Connection refused", err.toString().strip());
    }

    @Test
    void failsWhenTheServerHangsUp() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread hangUp = new Thread(() -> {
                try {
                    server.accept().close();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            hangUp.start();
            assertEquals(1, check(Map.of("PORT", Integer.toString(server.getLocalPort()))));
            hangUp.join();
        }
    }

    @Test
    void failsOnAPortThatIsNone() {
        assertEquals(1, check(Map.of("PORT", "http")));
        assertEquals(
                "not ready: PORT must be 0 to 65535, got http; try PORT=8080",
                err.toString().strip());
    }

    private int checkServerThatSays(int status, String host) throws Exception {
        var listener = new HttpListener(
                request -> new Response(request.path().equals("/health") ? status : 500, Map.of(), new byte[0]),
                () -> true);
        int port = listener.start(new InetSocketAddress("127.0.0.1", 0)).getPort();
        try {
            return check(Map.of("HOST", host, "PORT", Integer.toString(port)));
        } finally {
            listener.stop(Duration.ofSeconds(5));
        }
    }

    private int check(Map<String, String> variables) {
        return HealthCheck.run(variables::get, new PrintStream(err));
    }
}
