package atlas.functions;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The Lambda Runtime API on loopback: gives a runtime one event after the other and keeps what it answers. */
final class LoopbackRuntimeApi implements AutoCloseable {
    /** What a function may answer at most, in bytes; the real API refuses more in the same way. */
    static final int MAX_RESPONSE_BYTES = 6 * 1024 * 1024 + 100;

    private static final String ROOT = "/2018-06-01/runtime/";

    /** What became of one event: an answer of the runtime's, its error, or Lambda's own when time was up. */
    record Answer(boolean failed, String json) {
        static Answer timedOut(Duration timeout) {
            return new Answer(
                    true,
                    "{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"Task timed out after %d.00 seconds\"}"
                            .formatted(timeout.toSeconds()));
        }

        String error() throws IOException {
            return field("errorMessage");
        }

        String field(String name) throws IOException {
            return String.valueOf(JSON.std.mapFrom(json).get(name));
        }
    }

    private record Invocation(String id, String event, CompletableFuture<Answer> answer) {}

    private final Duration timeout;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(LoopbackRuntimeApi::daemon);
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<String> initError = new CompletableFuture<>();
    private final CompletableFuture<Void> checkpoint = new CompletableFuture<>();
    private final CompletableFuture<Void> restore = new CompletableFuture<>();

    /** @param timeout how long the function may work on one event */
    LoopbackRuntimeApi(Duration timeout) throws IOException {
        this.timeout = timeout;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext(ROOT + "invocation/", this::invocation);
        server.createContext(ROOT + "init/error", this::initError);
        server.createContext(ROOT + "restore/next", this::restoreNext);
        server.start();
    }

    /** What {@code AWS_LAMBDA_RUNTIME_API} holds. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    CompletableFuture<Answer> invoke(String event) {
        var invocation = new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
        answers.put(invocation.id(), invocation.answer());
        waiting.add(invocation);
        return invocation.answer();
    }

    /** Completes when the runtime asks for its first event: initialisation is over. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Completes with the runtime's report when initialisation fails. */
    CompletableFuture<String> initError() {
        return initError;
    }

    /** Completes when a SnapStart runtime has run its hooks and waits to be frozen. */
    CompletableFuture<Void> checkpoint() {
        return checkpoint;
    }

    /** Wakes the frozen runtime. */
    void restore() {
        restore.complete(null);
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
        } else {
            String[] idAndOutcome = path.split("/");
            byte[] body = exchange.getRequestBody().readAllBytes();
            finish(exchange, answers.get(idAndOutcome[0]), idAndOutcome[1].equals("error"), body);
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        ready.complete(null);
        try {
            Invocation invocation = waiting.take();
            var headers = exchange.getResponseHeaders();
            headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
            headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:atlas");
            headers.set(
                    "Lambda-Runtime-Deadline-Ms",
                    Long.toString(Instant.now().plus(timeout).toEpochMilli()));
            headers.set("Content-Type", "application/json");
            invocation.answer().completeOnTimeout(Answer.timedOut(timeout), timeout.toMillis(), TimeUnit.MILLISECONDS);
            respond(exchange, 200, invocation.event());
        } catch (InterruptedException closed) {
            exchange.close();
        }
    }

    private static void finish(HttpExchange exchange, CompletableFuture<Answer> answer, boolean failed, byte[] body)
            throws IOException {
        if (body.length > MAX_RESPONSE_BYTES) {
            String error = "{\"errorType\":\"Function.ResponseSizeTooLarge\"}";
            answer.complete(new Answer(true, error));
            respond(exchange, 413, error);
        } else {
            answer.complete(new Answer(failed, new String(body, StandardCharsets.UTF_8)));
            respond(exchange, 202, "{\"status\":\"OK\"}");
        }
    }

    private void initError(HttpExchange exchange) throws IOException {
        initError.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        respond(exchange, 202, "{\"status\":\"OK\"}");
    }

    private void restoreNext(HttpExchange exchange) throws IOException {
        checkpoint.complete(null);
        restore.join();
        respond(exchange, 200, "");
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "runtime-api");
        thread.setDaemon(true);
        return thread;
    }
}
