package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.Renderer;
import atlas.app.Tile;
import atlas.app.local.FolderObjectStore;
import atlas.app.local.MemoryJobQueue;
import atlas.app.local.MemoryJobTable;
import atlas.http.JsonLog;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpApiHandlerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:10:08Z");

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final HandMadeSnapshots snapshots = new HandMadeSnapshots();
    private final AtomicInteger rehearsals = new AtomicInteger();
    private final AtomicInteger ids = new AtomicInteger();
    private Instant now = NOW;
    private Map<String, String> environment;

    @BeforeEach
    void setUp(@TempDir Path folder) {
        environment = new HashMap<>(HttpApiContractTest.environment(folder));
        environment.put("ATLAS_LOG_LEVEL", "INFO");
    }

    @Test
    void answersATileInBase64() throws IOException {
        Map<String, Object> answer = JSON.std.mapFrom(invoke(EventSample.HTTP_API_GET_TILE.text()));
        byte[] png = Renderer.png(new Tile(3, 2, 3, 64));
        assertEquals(200, answer.get("statusCode"));
        assertEquals(true, answer.get("isBase64Encoded"));
        assertArrayEquals(png, Base64.getDecoder().decode((String) answer.get("body")));
        var headers = new HashMap<>((Map<?, ?>) answer.get("headers"));
        String timing = (String) headers.remove("Server-Timing");
        assertTrue(timing.matches("render;dur=\\d+\\.\\d\\d"), timing);
        assertEquals(
                Map.of(
                        "Cache-Control", "public, max-age=31536000, immutable",
                        "Content-Length", Integer.toString(png.length),
                        "Content-Type", "image/png",
                        "ETag", "W/\"r%s-3-2-3-64\"".formatted(Renderer.VERSION),
                        "X-Compute-Option", "lambda-http-api",
                        "X-Content-Type-Options", "nosniff"),
                headers);
    }

    @Test
    void readsABodyInBase64AndTakesTheSameOrderTwiceForOne() throws IOException {
        String order = EventSample.HTTP_API_POST_POSTER.text();
        Map<String, Object> first = JSON.std.mapFrom(invoke(order));
        assertEquals(202, first.get("statusCode"));
        assertEquals(false, first.get("isBase64Encoded"));
        assertEquals("queued", JSON.std.mapFrom((String) first.get("body")).get("state"));
        assertEquals(first, JSON.std.mapFrom(invoke(order)));
    }

    @Test
    void countsCookiesAmongTheHeaders() throws IOException {
        Map<String, Object> event = EventSample.HTTP_API_GET_TILE.json();
        event.put("cookies", List.of("a=" + "b".repeat(9_000), "c=" + "d".repeat(9_000)));
        Map<String, Object> answer = JSON.std.mapFrom(invoke(JSON.std.asString(event)));
        assertEquals(431, answer.get("statusCode"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                     | null",
                "{\"version\":\"1.0\",\"path\":\"/\",\"httpMethod\":\"GET\"}      | 1.0",
                "{\"version\":\"2.0\",\"requestContext\":{\"stage\":\"$default\"}} | 2.0",
            })
    void refusesAnEventThatIsNoRequest(String event, String version) {
        var refused = assertThrows(IllegalArgumentException.class, () -> invoke(event));
        assertEquals(
                "this is no HTTP API event of payload format 2.0, with a method and a path, its version is " + version
                        + "; set the integration's payload format version to 2.0",
                refused.getMessage());
    }

    @Test
    void turnsAwayAddressesThatAreNotAllowed() throws IOException {
        environment.put("ATLAS_ALLOW_CIDR", "198.51.100.0/24");
        Map<String, Object> answer = JSON.std.mapFrom(invoke(EventSample.HTTP_API_GET_TILE.text()));
        assertEquals(403, answer.get("statusCode"));
        assertEquals(
                Map.of(
                        "type", "about:blank",
                        "title", "Forbidden",
                        "status", 403,
                        "detail", "your address is not among those that may use this"),
                JSON.std.mapFrom((String) answer.get("body")));
        assertEquals(
                "application/problem+json",
                EventSample.object(answer, "headers").get("Content-Type"));
    }

    @ParameterizedTest
    @CsvSource({"the-secret-of-the-edge, 200", "the-secret-of-the-edgf, 403"})
    void letsTheEdgeInWhateverItsAddress(String secret, int status) throws IOException {
        environment.put("ATLAS_ALLOW_CIDR", "198.51.100.0/24");
        environment.put("ATLAS_EDGE_SECRET", "the-secret-of-the-edge");
        Map<String, Object> event = EventSample.HTTP_API_GET_TILE.json();
        EventSample.object(event, "headers").put(Admission.EDGE_HEADER, secret);
        assertEquals(status, JSON.std.mapFrom(invoke(JSON.std.asString(event))).get("statusCode"));
    }

    @Test
    void logsALineThatLambdaCanRead() throws IOException {
        invoke(EventSample.HTTP_API_GET_TILE.text());
        String line = logged.toString(StandardCharsets.UTF_8);
        assertEquals(1, line.lines().count());
        Map<String, Object> fields = JSON.std.mapFrom(line);
        fields.remove("bytes");
        assertEquals(
                Map.of(
                        "timestamp", "2026-11-22T03:10:08Z",
                        "level", "INFO",
                        "option", "lambda-http-api",
                        "method", "GET",
                        "path", "/lambda-http-api/tiles/3/2/3.png",
                        "status", 200,
                        "millis", 0.0),
                fields);
    }

    @Test
    void rehearsesBeforeASnapshotAndNeverElse() throws Exception {
        HttpApiHandler handler = handler();
        ask(handler);
        assertEquals(0, rehearsals.get());
        snapshots.take();
        assertEquals(1, rehearsals.get());
        snapshots.wake();
        ask(handler);
        assertEquals(1, rehearsals.get());
    }

    @Test
    void isAnotherEnvironmentAfterEachWaking() throws Exception {
        HttpApiHandler handler = handler();
        assertEquals("environment-1", ask(handler).get("instance"));
        assertEquals(false, ask(handler).get("firstRequest"));
        snapshots.take();

        now = NOW.plus(Duration.ofHours(5));
        snapshots.wake();
        Map<String, Object> woken = ask(handler);
        assertEquals("environment-2", woken.get("instance"));
        assertEquals("2026-11-22T08:10:08Z", woken.get("startedAt"));
        assertEquals(0, woken.get("startupMillis"));
        assertEquals(true, woken.get("firstRequest"));
        assertEquals(false, ask(handler).get("firstRequest"));
    }

    @Test
    void tellsWhatLambdaGaveIt() throws IOException {
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769");
        Map<String, Object> info = ask(handler());
        assertEquals(1769, info.get("memoryMiB"));
        assertEquals("unknown", info.get("zone"));
        assertEquals(System.getProperty("atlas.version"), info.get("version"));
    }

    private String invoke(String event) {
        return invoke(handler(), event);
    }

    private static String invoke(HttpApiHandler handler, String event) {
        return LambdaSerialization.invoke(handler, APIGatewayV2HTTPEvent.class, APIGatewayV2HTTPResponse.class, event);
    }

    private static Map<String, Object> ask(HttpApiHandler handler) throws IOException {
        Map<String, Object> event = EventSample.HTTP_API_GET_TILE.json();
        event.put("rawPath", "/lambda-http-api/");
        Map<String, Object> answer = JSON.std.mapFrom(invoke(handler, JSON.std.asString(event)));
        return JSON.std.mapFrom((String) answer.get("body"));
    }

    private HttpApiHandler handler() {
        var settings = FunctionSettings.from(environment::get);
        var ports = new Ports(
                new MemoryJobTable(),
                new MemoryJobQueue(() -> now, settings.visibility()),
                new FolderObjectStore(Path.of(environment.get("ATLAS_DATA_DIR"))));
        var log = new JsonLog(settings.mount().option(), settings.logLevel(), () -> now, new PrintStream(logged));
        var launch = new Launch(
                settings, ports, log, () -> now, () -> "environment-" + ids.incrementAndGet(), environment::get);
        return new HttpApiHandler(settings.admission(), launch, rehearsals::incrementAndGet, snapshots);
    }
}
