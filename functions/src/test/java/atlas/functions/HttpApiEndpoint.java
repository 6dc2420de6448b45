package atlas.functions;

import atlas.http.Capability;
import atlas.http.Endpoint;
import atlas.http.Request;
import atlas.http.Response;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Does what an HTTP API does between a caller and a function, payload format 2.0: it decodes the path, parts the cookies
 * from the headers, puts what is not text into base64, and says how long the answer really is.
 */
final class HttpApiEndpoint implements Endpoint {
    static final String OPTION = "lambda-http-api";
    static final String PREFIX = "/" + OPTION;

    /** From an event to an answer, both as JSON. */
    @FunctionalInterface
    interface JsonFunction {
        String invoke(String event) throws IOException;
    }

    private final JsonFunction function;

    HttpApiEndpoint(JsonFunction function) {
        this.function = function;
    }

    @Override
    public Response send(Request request) throws IOException {
        String path;
        try {
            path = URLDecoder.decode(request.path().replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformedEscape) {
            return new Response(400, Map.of("Content-Type", "application/json"), new byte[0]);
        }
        return response(function.invoke(event(request, path)));
    }

    @Override
    public String option() {
        return OPTION;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Set<Capability> lacks() {
        return Set.of(Capability.RAW_TARGET, Capability.MALFORMED_TARGET, Capability.HEAD_LENGTH);
    }

    private static String event(Request request, String path) throws IOException {
        Map<String, Object> event = EventSample.HTTP_API_GET_TILE.json();
        event.put("rawPath", path);
        event.put("rawQueryString", request.query());
        EventSample.object(event, "requestContext", "http").putAll(Map.of("method", request.method(), "path", path));

        var headers = new LinkedHashMap<String, Object>(EventSample.object(event, "headers"));
        headers.putAll(request.headers());
        Object cookie = headers.remove("cookie");
        event.put("headers", headers);
        event.put(
                "cookies",
                cookie == null ? null : Arrays.asList(cookie.toString().split("; ")));

        boolean text = isText(request.body());
        event.put("isBase64Encoded", !text);
        event.put(
                "body",
                text
                        ? new String(request.body(), StandardCharsets.UTF_8)
                        : Base64.getEncoder().encodeToString(request.body()));
        return JSON.std.asString(event);
    }

    private static boolean isText(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException binary) {
            return false;
        }
    }

    private static Response response(String json) throws IOException {
        Map<String, Object> answer = JSON.std.mapFrom(json);
        String body = (String) answer.getOrDefault("body", "");
        byte[] bytes = Boolean.TRUE.equals(answer.get("isBase64Encoded"))
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
        var headers = new LinkedHashMap<String, String>();
        EventSample.object(answer, "headers").forEach((name, value) -> headers.put(name, value.toString()));
        headers.put("Content-Length", Integer.toString(bytes.length));
        return new Response((int) answer.get("statusCode"), headers, bytes);
    }
}
