package atlas.compare.measure.here;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lambda's Runtime API on loopback, for one execution environment: it gives the runtime one event after the other and
 * takes its answers. Events beyond the one in work wait here, where Lambda would start another environment.
 */
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    /** An HTTP API waits no longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static {
        // an answer is written in two pieces, and Nagle's algorithm would hold the second one back on JDK 17
        System.setProperty("sun.net.httpserver.nodelay", System.getProperty("sun.net.httpserver.nodelay", "true"));
    }

    private record Invocation(String id, byte[] event) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(RuntimeApi::daemon);
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<byte[]>> answers = new ConcurrentHashMap<>();
    /** When the runtime asked for its first event. */
    private final CompletableFuture<Long> ready = new CompletableFuture<>();

    RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext(ROOT + "invocation/", this::invocation);
        server.createContext(ROOT + "init/error", this::initError);
        server.start();
    }

    /** What {@code AWS_LAMBDA_RUNTIME_API} holds. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Completes when initialisation is over, with the moment by {@link System#nanoTime}, or with its error. */
    CompletableFuture<Long> ready() {
        return ready;
    }

    /**
     * Hands the event to the function and waits for its answer.
     *
     * @throws IOException if it fails, or gives no answer within 30 seconds
     */
    byte[] invoke(byte[] event) throws IOException, InterruptedException {
        var invocation = new Invocation(UUID.randomUUID().toString(), event);
        var answer = new CompletableFuture<byte[]>();
        answers.put(invocation.id(), answer);
        waiting.add(invocation);
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new IOException("the handler failed: " + failed.getCause().getMessage());
        } catch (TimeoutException late) {
            throw new IOException("no answer within %d s".formatted(PATIENCE.toSeconds()));
        } finally {
            answers.remove(invocation.id());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void invocation(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring((ROOT + "invocation/").length());
        if (path.equals("next")) {
            next(exchange);
            return;
        }
        String[] idAndOutcome = path.split("/");
        byte[] body = exchange.getRequestBody().readAllBytes();
        CompletableFuture<byte[]> answer = answers.getOrDefault(idAndOutcome[0], new CompletableFuture<>());
        if (idAndOutcome[1].equals("error")) {
            answer.completeExceptionally(new IOException(new String(body, UTF_8)));
        } else {
            answer.complete(body);
        }
        respond(exchange, 202, "{\"status\":\"OK\"}".getBytes(UTF_8));
    }

    private void next(HttpExchange exchange) throws IOException {
        ready.complete(System.nanoTime());
        try {
            Invocation invocation = waiting.take();
            var headers = exchange.getResponseHeaders();
            headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
            headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:atlas");
            headers.set(
                    "Lambda-Runtime-Deadline-Ms",
                    Long.toString(Instant.now().plus(PATIENCE).toEpochMilli()));
            headers.set("Content-Type", "application/json");
            respond(exchange, 200, invocation.event());
        } catch (InterruptedException closed) {
            exchange.close();
        }
    }

    private void initError(HttpExchange exchange) throws IOException {
        byte[] report = exchange.getRequestBody().readAllBytes();
        ready.completeExceptionally(new IOException(new String(report, UTF_8)));
        respond(exchange, 202, "{\"status\":\"OK\"}".getBytes(UTF_8));
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "runtime-api");
        thread.setDaemon(true);
        return thread;
    }
}
