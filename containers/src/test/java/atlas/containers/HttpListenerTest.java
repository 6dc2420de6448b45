package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.http.AtlasApi;
import atlas.http.Request;
import atlas.http.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpListenerTest {
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final Response DONE = new Response(200, Map.of("Content-Length", "0"), new byte[0]);

    private volatile Request received;
    private volatile boolean ready = true;
    private HttpListener listener;
    private int port;

    private void listen(Function<Request, Response> api) throws IOException {
        listener = new HttpListener(
                request -> {
                    received = request;
                    return api.apply(request);
                },
                () -> ready);
        port = listener.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .getPort();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (listener != null) {
            listener.stop(BOUND);
        }
    }

    @Test
    void handsOverWhatWasSentAndLeavesItAsItIs() throws IOException {
        listen(request -> DONE);
        try (var client = new Client()) {
            client.send(
                    "POST /a%2Fb/../c?x=%20&x=2 HTTP/1.1\r\nX-Twice: one\r\nx-twice: two\r\nContent-Length: 3\r\n\r\nabc");
            assertEquals("HTTP/1.1 200 OK", client.line());
        }
        assertEquals("POST", received.method());
        assertEquals("/a%2Fb/../c", received.path());
        assertEquals("x=%20&x=2", received.query());
        assertEquals("one, two", received.header("X-Twice").orElseThrow());
        assertEquals("abc", new String(received.body(), StandardCharsets.US_ASCII));
    }

    @Test
    void readsNoMoreOfABodyThanItTakesToRefuseIt() throws IOException {
        listen(request -> DONE);
        int length = AtlasApi.MAX_BODY_BYTES + 100;
        try (var client = new Client()) {
            client.send("POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n%s".formatted(length, "x".repeat(length)));
            assertEquals("HTTP/1.1 200 OK", client.line());
        }
        assertEquals(AtlasApi.MAX_BODY_BYTES + 1, received.body().length);
    }

    @Test
    void keepsAConnectionForTheNextRequest() throws IOException {
        listen(request -> DONE);
        try (var client = new Client()) {
            for (int i = 0; i < 3; i++) {
                client.send("GET /" + i + " HTTP/1.1\r\n\r\n");
                assertEquals("HTTP/1.1 200 OK", client.line());
                assertTrue(client.headers().contains("Content-length: 0\n"));
                assertEquals("/" + i, received.path());
            }
        }
    }

    @Test
    void asksClientsToLeaveOnceItIsNotReady() throws IOException {
        listen(request -> DONE);
        ready = false;
        try (var client = new Client()) {
            client.send("GET / HTTP/1.1\r\n\r\n");
            assertEquals("HTTP/1.1 200 OK", client.line());
            String headers = client.headers();
            assertTrue(headers.contains("Connection: close\n"), headers);
            assertEquals(null, client.line());
        }
    }

    @Test
    void refusesGarbageWithoutAStackTrace() throws IOException {
        listen(request -> DONE);
        for (String garbage :
                new String[] {"nonsense\r\n\r\n", "GET %zz HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n"}) {
            try (var client = new Client()) {
                client.send(garbage);
                String answer = client.rest();
                assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer);
                assertFalse(answer.contains("\tat "), answer);
            }
        }
    }

    @Test
    void hangsUpWhenTheAppFails() throws IOException {
        listen(request -> {
            throw new IllegalStateException("the app never throws");
        });
        try (var client = new Client()) {
            client.send("GET / HTTP/1.1\r\n\r\n");
            assertEquals("", client.rest());
        }
    }

    @Test
    void saysSoWhenARequestOutlastsItsStop() throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        listen(request -> {
            begun.countDown();
            await(mayEnd);
            return DONE;
        });
        try (var client = new Client()) {
            client.send("GET / HTTP/1.1\r\n\r\n");
            begun.await();
            assertFalse(listener.stop(Duration.ofMillis(50)));
        } finally {
            mayEnd.countDown();
        }
    }

    @Test
    void tellsThatThePortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = new InetSocketAddress("127.0.0.1", taken.getLocalPort());
            assertEquals(
                    "cannot listen on 127.0.0.1:%d: Address already in use; try PORT=0, which takes any free port"
                            .formatted(taken.getLocalPort()),
                    refusal(address));
        }
    }

    @Test
    void tellsThatThereIsNoSuchHost() {
        assertEquals(
                "there is no host nobody.invalid to listen on; try HOST=0.0.0.0",
                refusal(InetSocketAddress.createUnresolved("nobody.invalid", 0)));
    }

    private static String refusal(InetSocketAddress address) {
        var idle = new HttpListener(request -> DONE, () -> true);
        return assertThrows(IOException.class, () -> idle.start(address)).getMessage();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Client implements AutoCloseable {
        private final Socket socket = new Socket("127.0.0.1", port);
        private final BufferedReader answer =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));

        Client() throws IOException {
            socket.setSoTimeout(30_000);
        }

        void send(String request) throws IOException {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }

        String line() throws IOException {
            return answer.readLine();
        }

        String headers() throws IOException {
            var headers = new StringBuilder();
            for (String line = answer.readLine(); !line.isEmpty(); line = answer.readLine()) {
                headers.append(line).append('\n');
            }
            return headers.toString();
        }

        String rest() throws IOException {
            var rest = new StringBuilder();
            answer.lines().forEach(line -> rest.append(line).append('\n'));
            return rest.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
