package atlas.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract holds over a socket too, through the barest of servers: what {@link SocketEndpoint} is tried on. */
class SocketContractTest extends ContractSuite {
    private static HttpServer server;
    private static ExecutorService threads;
    private static Endpoint endpoint;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        var app = new InProcessEndpoint(folder, new PrintStream(OutputStream.nullOutputStream()));
        threads = Executors.newFixedThreadPool(2);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(app, exchange));
        server.start();
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + app.prefix());
        Set<Capability> lacks = EnumSet.of(Capability.MALFORMED_TARGET, Capability.LARGE_BODY);
        endpoint = new SocketEndpoint(address, app.option(), lacks);
    }

    private static void answer(Endpoint app, HttpExchange exchange) throws IOException {
        try (exchange) {
            URI target = exchange.getRequestURI();
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
            Response response = app.send(new Request(
                    exchange.getRequestMethod(),
                    target.getRawPath(),
                    target.getRawQuery() == null ? "" : target.getRawQuery(),
                    headers,
                    exchange.getRequestBody().readNBytes(AtlasApi.MAX_BODY_BYTES + 1)));
            response.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(response.status(), response.body().length == 0 ? -1 : response.body().length);
            exchange.getResponseBody().write(response.body());
        }
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Override
    protected Endpoint endpoint() {
        return endpoint;
    }
}
