package atlas.adapters;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The one address under which the SDK finds every service. It notes each operation, and spoils or cuts some on demand. */
public final class Wire implements AutoCloseable {
    /** Whoever is behind the wire. */
    public interface Service {
        Answer answer(HttpExchange request, byte[] body) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Service> services;
    private final Queue<String> operations = new ConcurrentLinkedQueue<>();
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
    private final Map<String, Queue<Cut>> cuts = new ConcurrentHashMap<>();

    /** @param services by their name in IAM */
    Wire(Map<String, Service> services) {
        this.services = services;
        server = listening();
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Spoils the next requests for {@code operation}, one each. */
    void spoil(String operation, Fault... next) {
        faults.computeIfAbsent(operation, any -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
    }

    void mend() {
        faults.clear();
    }

    /** Cuts the next requests for {@code operation}, one each. */
    public void cut(String operation, Cut... next) {
        cuts.computeIfAbsent(operation, any -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
    }

    /** The operations that arrive while {@code work} is done, such as {@code sqs:SendMessage}, in order. */
    List<String> during(Runnable work) {
        operations.clear();
        work.run();
        return List.copyOf(operations);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdown();
    }

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange request) {
        try (request) {
            byte[] body = request.getRequestBody().readAllBytes();
            String operation = operation(request);
            operations.add(operation);
            Cut cut =
                    cuts.getOrDefault(operation, new ConcurrentLinkedQueue<>()).poll();
            if (cut != null) {
                send(request, cut.make(() -> carryOut(operation, request, body)));
                return;
            }
            Fault fault = faults.getOrDefault(operation, new ConcurrentLinkedQueue<>())
                    .poll();
            if (fault == null) {
                send(request, carryOut(operation, request, body));
                return;
            }
            switch (fault) {
                case THROTTLED, FORBIDDEN -> send(request, fault.answer(operation));
                case ANSWER_LOST -> carryOut(operation, request, body);
                case SILENT -> closed.await(30, TimeUnit.SECONDS);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer carryOut(String operation, HttpExchange request, byte[] body)
            throws IOException, InterruptedException {
        try {
            return services.get(operation.substring(0, operation.indexOf(':'))).answer(request, body);
        } catch (RuntimeException unfit) {
            return Answer.xml(400, "<Error><Code>BadRequest</Code><Message>%s</Message></Error>".formatted(unfit));
        }
    }

    /** The operation as IAM calls it. */
    private static String operation(HttpExchange request) {
        String target = request.getRequestHeaders().getFirst("X-Amz-Target");
        if (target == null) {
            return request.getRequestMethod().equals("GET") ? "s3:GetObject" : "s3:PutObject";
        }
        String service = target.startsWith("DynamoDB") ? "dynamodb:" : "sqs:";
        return service + target.substring(target.indexOf('.') + 1);
    }

    private static void send(HttpExchange request, Answer answer) throws IOException {
        request.getResponseHeaders().set("Content-Type", answer.contentType());
        request.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        request.getResponseBody().write(answer.body());
    }
}
