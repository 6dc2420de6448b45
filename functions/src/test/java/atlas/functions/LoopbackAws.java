package atlas.functions;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of DynamoDB, SQS and S3 as the handlers call, on loopback: every write succeeds, every job is there. It notes
 * what was called.
 */
final class LoopbackAws implements AutoCloseable {
    private static final String JOB = """
            {"id":{"S":"%s"},"zoom":{"N":"1"},"x":{"N":"0"},"y":{"N":"0"},"columns":{"N":"1"},"rows":{"N":"1"},\
            "iterations":{"N":"9"},"state":{"S":"%s"},"attempt":{"N":"1"},"createdAt":{"N":"1795317008"},\
            "leaseEnd":{"N":"1795317128"},"reason":{"S":""}}""";
    private static final Pattern ID = Pattern.compile("\"id\":\\{\"S\":\"([^\"]+)\"");
    private static final Pattern MESSAGE = Pattern.compile("\"MessageBody\":\"([^\"]*)\"");

    private final HttpServer server;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile byte[] image = new byte[0];

    LoopbackAws() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** What sends the SDK here, and what it signs with. */
    Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort(),
                "AWS_ACCESS_KEY_ID", "nobody",
                "AWS_SECRET_ACCESS_KEY", "nothing");
    }

    /** What every object holds. */
    void keep(byte[] image) {
        this.image = image;
    }

    /** Such as {@code PutItem}, {@code SendMessage}, or {@code PUT} and the path for S3. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String call = target == null
                ? exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()
                : target.substring(target.indexOf('.') + 1);
        calls.add(call);
        byte[] answer =
                switch (call) {
                    case "PutItem" -> bytes("{}");
                    case "GetItem" -> bytes("{\"Item\":" + JOB.formatted(first(ID, body), "DONE") + "}");
                    case "UpdateItem" -> bytes("{\"Attributes\":" + JOB.formatted(first(ID, body), "RUNNING") + "}");
                    case "SendMessage" ->
                        bytes("{\"MessageId\":\"1\",\"MD5OfMessageBody\":\"%s\"}"
                                .formatted(md5(bytes(first(MESSAGE, body)))));
                    default -> image;
                };
        exchange.getResponseHeaders().set("ETag", '"' + md5(answer) + '"');
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
