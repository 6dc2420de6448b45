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
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of DynamoDB, SQS and S3 as the handlers call, on loopback. It notes what was called. */
final class LoopbackAws implements AutoCloseable {
    private static final Pattern MESSAGE = Pattern.compile("\"MessageBody\":\"([^\"]*)\"");

    /** How AWS is. */
    enum Health {
        WELL,
        /** Every call ends with 500. */
        OUT_OF_ORDER,
        /** No call is ever answered. */
        SILENT
    }

    private final HttpServer server;
    private final LoopbackTable table = new LoopbackTable();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile byte[] image = new byte[0];
    private volatile Health health = Health.WELL;

    LoopbackAws() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(LoopbackAws::daemon));
        server.start();
    }

    /** What sends the SDK here, and what it signs with. */
    Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort(),
                "AWS_ACCESS_KEY_ID", "nobody",
                "AWS_SECRET_ACCESS_KEY", "nothing");
    }

    LoopbackTable table() {
        return table;
    }

    void is(Health health) {
        this.health = health;
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
        switch (health) {
            case SILENT -> {}
            case OUT_OF_ORDER -> respond(exchange, 500, bytes("{}"));
            case WELL -> answer(exchange, call, body);
        }
    }

    private void answer(HttpExchange exchange, String call, String body) throws IOException {
        if (call.endsWith("Item")) {
            LoopbackTable.Answer answer = table.answer(call, body);
            respond(exchange, answer.status(), bytes(answer.json()));
        } else if (call.equals("SendMessage")) {
            String sum = md5(bytes(first(MESSAGE, body)));
            respond(exchange, 200, bytes("{\"MessageId\":\"1\",\"MD5OfMessageBody\":\"%s\"}".formatted(sum)));
        } else {
            respond(exchange, 200, image);
        }
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("ETag", '"' + md5(body) + '"');
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "aws");
        thread.setDaemon(true);
        return thread;
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
