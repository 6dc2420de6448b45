package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.Renderer;
import atlas.app.Tile;
import atlas.functions.LoopbackRuntimeApi.Answer;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The handler of the built jar, under AWS's runtime interface client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpApiHandlerIT {
    /** A poster of pure noise is somewhat smaller: 2048 lines of 2049 bytes. */
    private static final int LARGEST_POSTER_BYTES = 4_250_000;
    /** In base64, and with the rest of the event, just below the 6 MB that Lambda hands over. */
    private static final int LARGEST_BODY_BYTES = 4_700_000;

    private RunningFunction function;

    @BeforeAll
    void start() throws IOException {
        function = new RunningFunction(HttpApiHandler.class, settings());
        function.aws().table().add("a-large-one", "DONE");
        function.aws().table().add("too-large-a-one", "DONE");
    }

    @AfterAll
    void stop() {
        function.close();
    }

    @Test
    void servesATile() throws IOException {
        Map<String, Object> answer = function.answer(EventSample.HTTP_API_GET_TILE.text());
        assertEquals(200, answer.get("statusCode"));
        assertArrayEquals(
                Renderer.png(new Tile(3, 2, 3, 64)), Base64.getDecoder().decode((String) answer.get("body")));
    }

    @Test
    void writesOneLineOfJsonARequest() throws Exception {
        try (var fresh = new RunningFunction(HttpApiHandler.class, settings())) {
            fresh.answer(EventSample.HTTP_API_GET_TILE.text());
            fresh.answer(get("/nothing"));
            List<String> lines = fresh.process().lines(2);
            assertEquals(2, lines.size(), lines::toString);
            assertEquals(200, JSON.std.mapFrom(lines.get(0)).get("status"));
            assertEquals(404, JSON.std.mapFrom(lines.get(1)).get("status"));
        }
    }

    @Test
    void ordersAPosterOnAws() throws IOException {
        int before = function.aws().calls().size();
        Object first = order().get("id");
        assertEquals(first, order().get("id"));
        List<String> calls = function.aws().calls();
        assertEquals(List.of("PutItem", "SendMessage", "PutItem", "SendMessage"), calls.subList(before, calls.size()));
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/events/http-api.csv",
            delimiter = '|',
            quoteCharacter = '`',
            useHeadersInDisplayName = true)
    void answersOrRefuses(String name, String event, String change, String outcome) throws IOException {
        Answer answer = function.invoke(EventSample.event(event, change));
        assertEquals(outcome, answer.failed() ? answer.error() : answer.field("statusCode"), name);
        assertTrue(function.process().isAlive());
    }

    @Test
    void refusesTheLargestBodyThatLambdaHandsOver() throws IOException {
        String body = Base64.getEncoder().encodeToString(noise(LARGEST_BODY_BYTES));
        String event = EventSample.event("http-api-post-poster.json", "body = \"%s\"".formatted(body));
        assertEquals(413, function.answer(event).get("statusCode"));
    }

    @Test
    void carriesTheLargestPosterAndLivesOnAfterALargerAnswer() throws IOException {
        byte[] largest = noise(LARGEST_POSTER_BYTES);
        function.aws().keep(largest);
        Map<String, Object> answer = function.answer(get("/posters/a-large-one.png"));
        assertArrayEquals(largest, Base64.getDecoder().decode((String) answer.get("body")));

        function.aws().keep(noise(LoopbackRuntimeApi.MAX_RESPONSE_BYTES * 3 / 4));
        assertEquals(
                new Answer(true, "{\"errorType\":\"Function.ResponseSizeTooLarge\"}"),
                function.invoke(get("/posters/too-large-a-one.png")));

        assertEquals(200, function.answer(get("/health")).get("statusCode"));
    }

    private Map<String, Object> order() throws IOException {
        Map<String, Object> answer = function.answer(EventSample.HTTP_API_POST_POSTER.text());
        assertEquals(202, answer.get("statusCode"));
        return JSON.std.mapFrom((String) answer.get("body"));
    }

    /** What the stack sets. */
    static Map<String, String> settings() {
        var settings = new HashMap<>(HttpApiContractTest.environment(Path.of("unused")));
        settings.remove("ATLAS_DATA_DIR");
        settings.put("ATLAS_LOG_LEVEL", "INFO");
        return settings;
    }

    static String get(String path) throws IOException {
        Map<String, Object> event = EventSample.HTTP_API_GET_TILE.json();
        event.put("rawPath", path);
        return JSON.std.asString(event);
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
