package atlas.containers;

import atlas.http.Request;
import atlas.http.Response;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Listens with the JDK's own HTTP server, the fastest of those tried from start to first answer. Each busy
 * connection, of which {@link HttpLimits} admits a number, has a thread that reads a request, waits for its answer and
 * writes it: so a slow client holds up nobody, and no thread that renders.
 */
final class HttpListener {
    private final ExecutorService connections = Executors.newCachedThreadPool(task -> new Thread(task, "connection"));
    private final Function<Request, Response> api;
    private final BooleanSupplier ready;
    private HttpServer server;

    /** @param ready when false, each answer asks its client to leave this connection */
    HttpListener(Function<Request, Response> api, BooleanSupplier ready) {
        this.api = api;
        this.ready = ready;
    }

    /**
     * Begins to listen. Returns where, with the port it was given if it asked for any.
     *
     * @throws IOException if the address cannot be listened on
     */
    InetSocketAddress start(InetSocketAddress address) throws IOException {
        server = bind(address);
        server.setExecutor(connections);
        server.createContext("/", this::serve);
        server.start();
        return server.getAddress();
    }

    private static HttpServer bind(InetSocketAddress address) throws IOException {
        if (address.isUnresolved()) {
            throw new IOException(
                    "there is no host %s to listen on; try HOST=0.0.0.0".formatted(address.getHostString()));
        }
        HttpLimits.apply();
        try {
            return HttpServer.create(address, HttpLimits.CONNECTIONS);
        } catch (IOException e) {
            throw new IOException(
                    "cannot listen on %s:%d: %s; try PORT=0, which takes any free port"
                            .formatted(address.getHostString(), address.getPort(), e.getMessage()),
                    e);
        }
    }

    /**
     * Takes no more connections, waits for the answers of those it has, then closes them all.
     *
     * @return whether every request was answered within {@code bound}
     */
    boolean stop(Duration bound) throws InterruptedException {
        // beside us, as on JDK 17 it sits its time out even when there is nothing to wait for
        new Thread(() -> server.stop((int) bound.toSeconds()), "closing").start();
        connections.shutdown();
        boolean allAnswered = connections.awaitTermination(bound.toMillis(), TimeUnit.MILLISECONDS);
        server.stop(0);
        return allAnswered;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response = api.apply(HttpTranslation.read(exchange));
            if (!ready.getAsBoolean()) {
                exchange.getResponseHeaders().set("Connection", "close");
            }
            HttpTranslation.write(response, exchange);
        }
    }
}
