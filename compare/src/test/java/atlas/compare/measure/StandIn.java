package atlas.compare.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What answers where options are deployed: each below its path, with whatever manners a test gives it. */
public final class StandIn implements AutoCloseable {
    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** How an option answers the n-th tile that it is asked for, counted from 1. */
    @FunctionalInterface
    public interface Manners {
        Reply tile(int n);
    }

    /** Headers come on top of those of the app. */
    public record Reply(int status, Map<String, String> headers, long afterMillis) {
        public static final Reply TILE = new Reply(200, Map.of(), 0);

        public static Reply with(String header, String value) {
            return new Reply(200, Map.of(header, value), 0);
        }

        public static Reply refusal(int status) {
            return new Reply(status, Map.of(), 0);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Set<String> tiles = new HashSet<>();
    private final AtomicInteger asked = new AtomicInteger();

    /** @param concurrency how many requests are in work at once */
    public StandIn(int concurrency) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        threads = Executors.newFixedThreadPool(concurrency);
        server.setExecutor(threads);
        server.start();
    }

    /** Such as {@code http://127.0.0.1:12345/ecs-fargate/}. */
    public String url(String id) {
        return "http://127.0.0.1:%d/%s/".formatted(server.getAddress().getPort(), id);
    }

    public StandIn plays(String id, Manners manners) {
        return plays(id, id, manners);
    }

    /** @param saying the id that it gives itself */
    public StandIn plays(String id, String saying, Manners manners) {
        var count = new AtomicInteger();
        server.createContext("/" + id + "/", exchange -> {
            String path = exchange.getRequestURI().toString();
            if (path.equals("/" + id + "/")) {
                answer(exchange, new Reply(200, Map.of("Content-Type", "application/json"), 0), info(saying));
                return;
            }
            remember(path);
            Reply reply = manners.tile(count.incrementAndGet());
            Map<String, String> headers = new TreeMap<>(Map.of(
                    "Content-Type", "image/png", "X-Compute-Option", saying, "Server-Timing", "render;dur=3.25"));
            headers.putAll(reply.headers());
            answer(exchange, new Reply(reply.status(), headers, reply.afterMillis()), new byte[1234]);
        });
        return this;
    }

    /** How many tiles were asked for, of all that it plays. */
    public int asked() {
        return asked.get();
    }

    /** How many different tiles. */
    public synchronized int tiles() {
        return tiles.size();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private synchronized void remember(String path) {
        asked.incrementAndGet();
        tiles.add(path);
    }

    private static byte[] info(String option) {
        return """
                {"option":"%s","version":"0.1.0","instance":"i-1","zone":"use1-az1","architecture":"aarch64","vcpu":1,\
                "memoryMiB":2048,"jvm":"A Vendor 25","startedAt":"2026-11-25T20:00:00Z","startupMillis":400,\
                "firstRequest":false}""".formatted(option).getBytes(UTF_8);
    }

    private static void answer(HttpExchange exchange, Reply reply, byte[] body) throws IOException {
        try (exchange) {
            if (reply.afterMillis() > 0) {
                Thread.sleep(reply.afterMillis());
            }
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
