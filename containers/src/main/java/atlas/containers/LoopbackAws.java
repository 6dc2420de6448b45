package atlas.containers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Says "done" to whatever is asked of AWS, so that {@link Training} takes the SDK through its paces with no account. The
 * SDK in this process finds it, and credentials that are none, in system properties.
 */
final class LoopbackAws implements AutoCloseable {
    private static final byte[] DONE = "{}".getBytes(StandardCharsets.US_ASCII);

    private final HttpServer server;

    LoopbackAws() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", LoopbackAws::answer);
        server.start();
        System.setProperty(
                "aws.endpointUrl", "http://127.0.0.1:" + server.getAddress().getPort());
        System.setProperty("aws.accessKeyId", "training");
        System.setProperty("aws.secretAccessKey", "training");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(200, DONE.length);
            exchange.getResponseBody().write(DONE);
        }
    }

    Map<String, String> variables() {
        return Map.of(
                "ATLAS_BUCKET", "training",
                "ATLAS_TABLE", "training",
                "ATLAS_QUEUE_URL", "http://127.0.0.1/training",
                "AWS_REGION", "us-east-1");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
