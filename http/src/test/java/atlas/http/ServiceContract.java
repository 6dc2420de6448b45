package atlas.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The app tells what it is and how it is, wherever it is mounted, to GET and HEAD alike. */
interface ServiceContract {
    Visitor visitor();

    @Test
    default void isHealthy() throws IOException {
        Response response = visitor().get("/health");
        assertEquals(200, response.status());
        assertEquals(Map.of("status", "ready"), Visitor.json(response));
        Visitor.assertHeader("no-store", response, "Cache-Control");
    }

    @Test
    default void tellsWhatAnswers() throws IOException {
        visitor().get("/tiles/0/0/0.png?iterations=1");
        Map<String, Object> info = Visitor.json(visitor().get("/"));
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
        assertEquals(visitor().option(), info.get("option"));
        assertTrue(((Number) info.get("vcpu")).intValue() >= 1, info::toString);
        assertTrue(((Number) info.get("memoryMiB")).longValue() >= 1, info::toString);
        assertTrue(Instant.parse((String) info.get("startedAt")).isBefore(Instant.now()), info::toString);
        assertTrue(((Number) info.get("startupMillis")).longValue() >= 0, info::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/tiles/2/1/1.png?iterations=20"})
    default void answersHeadLikeGetWithoutTheBody(String target) throws IOException {
        Response get = visitor().get(target);
        Response head = visitor().send(Request.of("HEAD", target));
        assertEquals(get.status(), head.status());
        assertEquals(0, head.body().length);
        assertEquals(get.header("Content-Type"), head.header("Content-Type"));
        assertEquals(get.header("ETag"), head.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/tiles/2/1/1.png?iterations=20"})
    default void tellsInTheAnswerToHeadHowLongTheBodyWouldBe(String target) throws IOException {
        visitor().needs(Capability.HEAD_LENGTH);
        Visitor.assertHeader(
                Integer.toString(visitor().get(target).body().length),
                visitor().send(Request.of("HEAD", target)),
                "Content-Length");
    }

    @Test
    default void servesEverythingBelowItsPrefix() throws IOException {
        String prefix = visitor().prefix();
        assertEquals(200, visitor().statusOf(prefix + "/"));
        assertEquals(200, visitor().statusOf(prefix + "/health"));
        assertEquals(404, visitor().statusOf(prefix + "/nothing"));
    }

    @Test
    default void servesEverythingAtTheRootAsWell() throws IOException {
        visitor().needs(Capability.ROOT_PATHS);
        assertEquals(200, visitor().statusOf("/"));
        assertEquals(200, visitor().statusOf("/health"));
        assertEquals(404, visitor().statusOf("/no-prefix-of-mine/health"));
    }

    @Test
    default void takesItsPrefixForOneOnlyOnceAndAsAWhole() throws IOException {
        visitor().needs(Capability.ROOT_PATHS);
        String prefix = visitor().prefix();
        assumeFalse(prefix.isEmpty(), "has no prefix");
        assertEquals(200, visitor().statusOf(prefix));
        assertEquals(404, visitor().statusOf(prefix + "x/health"));
        assertEquals(404, visitor().statusOf(prefix + prefix + "/health"));
    }
}
