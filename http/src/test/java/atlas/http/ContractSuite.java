package atlas.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.Poster;
import atlas.app.Renderer;
import atlas.app.Tile;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every way of serving the app is held to. A subclass names its {@link Endpoint}; that is all it takes to hold a
 * server, a container, a function or a deployed address to the contract.
 */
public abstract class ContractSuite {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TILE = "/tiles/3/2/3.png?iterations=100";
    private static final String TAG = "\"r%s-3-2-3-100\"".formatted(Renderer.VERSION);

    protected abstract Endpoint endpoint();

    static Stream<Refusal> refusals() {
        return Refusals.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refuses(Refusal refusal) throws IOException {
        Response response;
        try {
            response = send(refusal.request());
        } catch (IOException hungUp) {
            assertTrue(lacksOneOf(refusal.needs()), () -> "no answer to " + refusal + ": " + hungUp);
            return;
        }
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertFalse(body.contains("\tat ") || body.contains("Caused by"), body);
        if (lacksOneOf(refusal.needs())) {
            // Who decodes a path may find there what was not written there: /%68ealth is /health to API Gateway.
            int least = refusal.needs().contains(Capability.RAW_TARGET) ? 200 : 400;
            assertTrue(response.status() >= least && response.status() <= 501, "got status " + response.status());
            return;
        }
        assertEquals(problem(refusal), json(response));
        assertEquals(refusal.status(), response.status());
        assertHeader("application/problem+json", response, "Content-Type");
        assertHeader("no-store", response, "Cache-Control");
        assertHeader(endpoint().option(), response, "X-Compute-Option");
        if (refusal.status() == 405) {
            assertHeader(refusal.request().path().equals("/posters") ? "POST" : "GET, HEAD", response, "Allow");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tiles/0/0/0.png",
                "/tiles/0/0/0.png?iterations=1",
                "/tiles/5/9/12.png?iterations=5000",
                "/tiles/30/337250526/501484165.png?iterations=2500",
                "/tiles/3/2/3.png?utm_source=x&iterations=100&&=&iterations2=7"
            })
    void servesTheSamePixelsAsTheRenderer(String target) throws IOException {
        Response response = get(target);
        assertEquals(200, response.status());
        assertHeader("image/png", response, "Content-Type");
        assertArrayEquals(pixels(Renderer.png(tile(target))), pixels(response.body()));
    }

    @Test
    void letsAnybodyKeepATileForAYear() throws IOException {
        Response response = get(TILE);
        assertHeader("public, max-age=31536000, immutable", response, "Cache-Control");
        assertHeader("W/" + TAG, response, "ETag");
        assertHeader(endpoint().option(), response, "X-Compute-Option");
        assertHeader("nosniff", response, "X-Content-Type-Options");
    }

    @Test
    void tellsHowLongRenderingTook() throws IOException {
        String timing = get(TILE).header("Server-Timing").orElse("none");
        assertTrue(timing.matches("render;dur=[0-9]+(\\.[0-9]+)?(;desc=\"from cache\")?"), timing);
    }

    @Test
    void tagsTilesApartByIterations() throws IOException {
        Optional<String> few = get("/tiles/3/2/3.png?iterations=10").header("ETag");
        assertNotEquals(few, get("/tiles/3/2/3.png?iterations=11").header("ETag"));
        assertEquals(
                get("/tiles/3/2/3.png").header("ETag"),
                get("/tiles/3/2/3.png?iterations=256").header("ETag"));
    }

    static Stream<String> tagsThatMatch() {
        return Stream.of("*", "W/" + TAG, TAG, "\"other\", W/" + TAG, "W/\"other\"," + TAG + " ,\"more\"", " * ");
    }

    @ParameterizedTest
    @MethodSource("tagsThatMatch")
    void sendsNothingToWhoHoldsTheTile(String held) throws IOException {
        Response response = getWith(Map.of("if-none-match", held));
        assertEquals(304, response.status());
        assertEquals(0, response.body().length);
        assertHeader("W/" + TAG, response, "ETag");
        assertHeader("public, max-age=31536000, immutable", response, "Cache-Control");
    }

    static Stream<String> tagsThatDoNot() {
        return Stream.of("W/\"r0-3-2-3-100\"", "\"other\"", "r1-3-2-3-100", "", "\"", "W/", "\"*\"", ",,,");
    }

    @ParameterizedTest
    @MethodSource("tagsThatDoNot")
    void sendsTheTileToWhoHoldsAnother(String held) throws IOException {
        assertEquals(200, getWith(Map.of("if-none-match", held)).status());
    }

    @Test
    void refusesABadTileEvenFromWhoHoldsAll() throws IOException {
        Request request = new Request("GET", path("/tiles/99/0/0.png"), "", Map.of("if-none-match", "*"), new byte[0]);
        assertEquals(400, endpoint().send(request).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/tiles/2/1/1.png?iterations=20"})
    void answersHeadLikeGetWithoutTheBody(String target) throws IOException {
        Response get = get(target);
        Response head = send(Request.of("HEAD", target));
        assertEquals(get.status(), head.status());
        assertEquals(0, head.body().length);
        assertEquals(get.header("Content-Type"), head.header("Content-Type"));
        assertEquals(get.header("ETag"), head.header("ETag"));
        if (!endpoint().lacks().contains(Capability.HEAD_LENGTH) && !target.equals("/")) {
            assertEquals(get.header("Content-Length"), head.header("Content-Length"));
        }
    }

    @Test
    void isHealthy() throws IOException {
        Response response = get("/health");
        assertEquals(200, response.status());
        assertEquals(Map.of("status", "ready"), json(response));
        assertHeader("no-store", response, "Cache-Control");
    }

    @Test
    void tellsWhatAnswers() throws IOException {
        get("/tiles/0/0/0.png?iterations=1");
        Map<String, Object> info = json(get("/"));
        assertEquals(
                Set.of(
                        "option",
                        "version",
                        "instance",
                        "zone",
                        "architecture",
                        "vcpu",
                        "memoryMiB",
                        "jvm",
                        "startedAt",
                        "startupMillis",
                        "firstRequest"),
                info.keySet());
        assertEquals(endpoint().option(), info.get("option"));
        assertTrue(((Number) info.get("vcpu")).intValue() >= 1, info::toString);
        assertTrue(((Number) info.get("memoryMiB")).longValue() >= 1, info::toString);
        assertTrue(Instant.parse((String) info.get("startedAt")).isBefore(Instant.now()), info::toString);
        assertTrue(((Number) info.get("startupMillis")).longValue() >= 0, info::toString);
    }

    @Test
    void rendersThePosterThatWasOrdered() throws Exception {
        Response ordered = send(Refusal.order(Refusal.SOME_POSTER));
        assertEquals(202, ordered.status());
        String location = ordered.header("Location").orElseThrow();
        Map<String, Object> order = json(ordered);
        assertEquals(path("/posters/" + order.get("id")), location);
        assertEquals("queued", order.get("state"));

        Map<String, Object> done = awaitDone("/posters/" + order.get("id"));
        assertEquals(location + ".png", done.get("image"));
        Response image = get("/posters/" + order.get("id") + ".png");
        assertEquals(200, image.status());
        assertHeader("image/png", image, "Content-Type");
        assertHeader("private, max-age=3600", image, "Cache-Control");
        assertArrayEquals(pixels(Renderer.png(new Poster(1, 0, 0, 2, 1, 50))), pixels(image.body()));
    }

    @Test
    void answersTheSameOrderTwiceWithTheSamePoster() throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> first = json(send(Refusal.orderWithKey(Refusal.SOME_POSTER, key)));
        String reworded = "{ \"rows\":1, \"columns\":2, \"iterations\":50, \"y\":0, \"x\":0, \"zoom\":1 }";
        Response again = send(Refusal.orderWithKey(reworded, key));
        assertEquals(202, again.status());
        assertEquals(first.get("id"), json(again).get("id"));
        awaitDone("/posters/" + first.get("id"));
        assertEquals(
                "done",
                json(send(Refusal.orderWithKey(Refusal.SOME_POSTER, key))).get("state"));
    }

    @Test
    void ordersAnotherPosterWithoutAKey() throws IOException {
        Object first = json(send(Refusal.order(Refusal.SOME_POSTER))).get("id");
        assertNotEquals(first, json(send(Refusal.order(Refusal.SOME_POSTER))).get("id"));
    }

    @Test
    void refusesAnotherPosterUnderAKeyThatWasUsed() throws IOException {
        String key = UUID.randomUUID().toString();
        assertEquals(202, send(Refusal.orderWithKey(Refusal.SOME_POSTER, key)).status());
        Request other = Refusal.orderWithKey(Refusal.SOME_POSTER.replace("50}", "51}"), key);
        Response refused = send(other);
        assertEquals(
                problem(Refusal.of(
                        422,
                        other,
                        "Idempotency-Key",
                        "this idempotency key was used for another poster; send a new key with a new poster")),
                json(refused));
        assertEquals(422, refused.status());
    }

    @Test
    void servesTheSameBelowItsPrefixAsAtTheRoot() throws IOException {
        String prefix = endpoint().prefix();
        assertEquals(200, endpoint().send(Request.of("GET", prefix + "/health")).status());
        assertEquals(200, endpoint().send(Request.of("GET", prefix + "/")).status());
        assertEquals(
                404, endpoint().send(Request.of("GET", prefix + "/nothing")).status());
        if (!prefix.isEmpty() && !endpoint().lacks().contains(Capability.ROOT_PATHS)) {
            assertEquals(200, endpoint().send(Request.of("GET", "/health")).status());
            assertEquals(200, endpoint().send(Request.of("GET", prefix)).status());
            assertEquals(
                    404, endpoint().send(Request.of("GET", prefix + "x/health")).status());
            assertEquals(
                    404,
                    endpoint()
                            .send(Request.of("GET", prefix + prefix + "/health"))
                            .status());
        }
    }

    private Response get(String target) throws IOException {
        return send(Request.of("GET", target));
    }

    private Response getWith(Map<String, String> headers) throws IOException {
        Request tile = Request.of("GET", TILE);
        return send(new Request("GET", tile.path(), tile.query(), headers, new byte[0]));
    }

    private Response send(Request request) throws IOException {
        return endpoint()
                .send(new Request(
                        request.method(), path(request.path()), request.query(), request.headers(), request.body()));
    }

    private String path(String path) {
        return endpoint().lacks().contains(Capability.ROOT_PATHS) ? endpoint().prefix() + path : path;
    }

    private boolean lacksOneOf(Set<Capability> needs) {
        return needs.stream().anyMatch(endpoint().lacks()::contains);
    }

    private Map<String, Object> awaitDone(String path) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        Map<String, Object> job = json(get(path));
        while (!job.get("state").equals("done") && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
            job = json(get(path));
        }
        assertEquals("done", job.get("state"), job::toString);
        return job;
    }

    private static Map<String, Object> problem(Refusal refusal) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", title(refusal.status()));
        problem.put("status", refusal.status());
        problem.put("detail", refusal.detail());
        if (!refusal.field().isEmpty()) {
            problem.put("field", refusal.field());
        }
        return problem;
    }

    private static String title(int status) {
        return Map.of(
                        400, "Bad Request",
                        404, "Not Found",
                        405, "Method Not Allowed",
                        413, "Content Too Large",
                        414, "URI Too Long",
                        415, "Unsupported Media Type",
                        422, "Unprocessable Content",
                        431, "Request Header Fields Too Large")
                .get(status);
    }

    private static void assertHeader(String expected, Response response, String name) {
        assertEquals(Optional.of(expected), response.header(name), name);
    }

    private static Map<String, Object> json(Response response) throws IOException {
        return JSON.std.mapFrom(response.body());
    }

    private static Tile tile(String target) {
        String[] parts = target.split("[/.?]");
        int iterations = target.contains("iterations=")
                ? Integer.parseInt(target.replaceFirst(".*[?&]iterations=([0-9]+).*", "$1"))
                : Tile.DEFAULT_ITERATIONS;
        return new Tile(Integer.parseInt(parts[2]), Integer.parseInt(parts[3]), Integer.parseInt(parts[4]), iterations);
    }

    private static int[] pixels(byte[] png) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
