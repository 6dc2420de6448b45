package atlas.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Laws that hold for whatever is sent: most of it nearly right, the rest noise. */
class AnyRequestTest {
    @Provide
    Arbitrary<Request> requests() {
        Arbitrary<String> noise = Arbitraries.strings().ofMaxLength(30);
        Arbitrary<String> part = oneOf(
                noise,
                "",
                "/",
                "0",
                "1",
                "-1",
                "30",
                "99",
                "7777777777",
                "tiles",
                "posters",
                "health",
                "option",
                ".png");
        Arbitrary<String> path = Arbitraries.oneOf(
                part.list().ofMaxSize(6).map(parts -> "/" + String.join("/", parts)),
                part.list().ofSize(3).map(parts -> "/tiles/" + String.join("/", parts) + ".png"),
                oneOf(noise, "/", "/health", "/posters", "/option", "/option/health", "/posters/job-0001"));
        Arbitrary<String> query =
                oneOf(noise, "", "iterations=9", "iterations=", "&&", "iterations=1&iterations=2", "=".repeat(2100));
        Arbitrary<String> header = oneOf(noise, "application/json", "*", "\"", "h".repeat(17_000));
        Arbitrary<Map<String, String>> headers = Arbitraries.maps(
                        oneOf(noise, "Content-Type", "IDEMPOTENCY-KEY", "if-none-match"), header)
                .ofMaxSize(4);
        Arbitrary<byte[]> body = oneOf(
                        noise, "{}", Refusal.SOME_POSTER, "{\"zoom\":1", "[".repeat(9000), " ".repeat(17_000))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        return Combinators.combine(oneOf(noise, "GET", "HEAD", "POST", "PUT"), path, query, headers, body)
                .as(Request::new);
    }

    private static Arbitrary<String> oneOf(Arbitrary<String> noise, String... likely) {
        return Arbitraries.frequencyOf(Tuple.of(1, noise), Tuple.of(4, Arbitraries.of(likely)));
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void isAnsweredAsAgreed(@ForAll("requests") Request request) throws IOException {
        AnsweredAsAgreed.check(request);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void isAnsweredTheSameBelowThePrefix(@ForAll("requests") Request request) {
        Request below = new Request(
                request.method(), "/option" + request.path(), request.query(), request.headers(), request.body());
        boolean alreadyBelow =
                request.path().startsWith("/option") || !request.path().startsWith("/");
        if (!alreadyBelow && below.path().length() < 1000) {
            assertEquals(
                    new TestApp().answer(request).status(),
                    new TestApp().answer(below).status());
        }
    }
}
