package atlas.compare.measure.here;

import atlas.app.Tile;
import atlas.compare.measure.load.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** What an HTTP API makes of a request, and what it reads from a function's answer: payload format 2.0. */
final class HttpApiEvent {
    static final String OPTION = "lambda-http-api";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectNode SAMPLE = sample();

    private HttpApiEvent() {}

    static byte[] get(Tile tile) throws IOException {
        return event(
                "/tiles/%d/%d/%d.png".formatted(tile.zoom(), tile.x(), tile.y()),
                Map.of("iterations", Integer.toString(tile.iterations())));
    }

    static byte[] get(String path) throws IOException {
        return event(path, Map.of());
    }

    static Answer answer(byte[] json) throws IOException {
        JsonNode answer = MAPPER.readTree(json);
        Map<String, String> headers = new TreeMap<>();
        answer.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        int bytes = answer.path("isBase64Encoded").asBoolean()
                ? answer.path("body").binaryValue().length
                : answer.path("body").asText().length();
        return new Answer(answer.path("statusCode").asInt(), headers, bytes);
    }

    static String text(byte[] json) throws IOException {
        return MAPPER.readTree(json).path("body").asText();
    }

    private static byte[] event(String path, Map<String, String> query) throws IOException {
        ObjectNode event = SAMPLE.deepCopy();
        event.put("rawPath", "/" + OPTION + path);
        event.withObject("/requestContext/http").put("path", "/" + OPTION + path);
        query.forEach((name, value) -> {
            event.put("rawQueryString", name + "=" + value);
            event.withObject("/queryStringParameters").put(name, value);
        });
        return MAPPER.writeValueAsBytes(event);
    }

    private static ObjectNode sample() {
        try (InputStream event = HttpApiEvent.class.getResourceAsStream("http-api-event.json")) {
            return (ObjectNode) MAPPER.readTree(event);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
