package atlas.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.Overloaded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the contract suite cannot see from outside: work that is not done, failures, and what is logged. */
class AtlasApiTest {
    private static final String TAG = "W/\"r1-0-0-0-7\"";
    private final TestApp app = new TestApp();

    @Test
    void rendersNothingForWhoHoldsTheTile() {
        Request held =
                new Request("GET", "/tiles/0/0/0.png", "iterations=7", Map.of("If-None-Match", TAG), new byte[0]);
        assertEquals(304, app.answer(held).status());
        assertEquals(0, app.rendered);
    }

    @Test
    void rendersNothingForBadInput() {
        assertEquals(400, app.get("/tiles/0/0/1.png").status());
        assertEquals(400, app.get("/tiles/0/0/0.png?iterations=5001").status());
        assertEquals(0, app.rendered);
    }

    @Test
    void rendersATileOnceAndSaysSo() {
        Response rendered = app.get("/tiles/0/0/0.png?iterations=7");
        Response remembered = app.get("/tiles/0/0/0.png?iterations=7");
        assertEquals(1, app.rendered);
        assertArrayEquals(rendered.body(), remembered.body());
        assertEquals(Optional.of("render;dur=12.00"), rendered.header("Server-Timing"));
        assertEquals(Optional.of("render;dur=0;desc=\"from cache\""), remembered.header("Server-Timing"));
    }

    @Test
    void tellsTheFirstRequestFromTheRestWhateverTheHealthChecks() {
        app.get("/health");
        assertTrue(TestApp.text(app.get("/")).endsWith("\"firstRequest\":true}"));
        assertTrue(TestApp.text(app.get("/")).endsWith("\"firstRequest\":false}"));
    }

    @Test
    void describesTheServiceInOneOrder() {
        assertEquals(
                "{\"option\":\"option\",\"version\":\"1\",\"instance\":\"host\",\"zone\":\"zone\",\"architecture\":\"cpu\","
                        + "\"vcpu\":2,\"memoryMiB\":256,\"jvm\":\"jvm\",\"startedAt\":\"2026-01-01T00:00:00Z\","
                        + "\"startupMillis\":123,\"firstRequest\":true}",
                TestApp.text(app.get("/")));
    }

    @Test
    void isNotHealthyWhileDrainingButAnswers() {
        app.ready = false;
        Response health = app.get("/health");
        assertEquals(503, health.status());
        assertEquals(
                "{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,"
                        + "\"detail\":\"this instance is stopping; ask another\"}",
                TestApp.text(health));
        assertEquals(200, app.get("/tiles/0/0/0.png").status());
    }

    @Test
    void asksToComeBackWhenThereIsNoRoomToRender() {
        app.renderingFails = new Overloaded();
        Response refused = app.get("/tiles/0/0/0.png");
        assertEquals(503, refused.status());
        assertEquals(Optional.of("1"), refused.header("Retry-After"));
        assertEquals(
                "{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,"
                        + "\"detail\":\"all workers are busy; try again in a second\"}",
                TestApp.text(refused));
    }

    @Test
    void keepsAFailureForTheLog() {
        app.queueFails = new IllegalStateException("queue \"jobs\"\nis out of reach");
        Response failed = app.answer(Refusal.order(Refusal.SOME_POSTER));
        assertEquals(500, failed.status());
        assertEquals(
                "{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,"
                        + "\"detail\":\"the request failed on our side; try again later\"}",
                TestApp.text(failed));
        List<String> log = app.log();
        assertEquals(1, log.size());
        assertTrue(log.get(0).contains("\"level\":\"ERROR\""), log.get(0));
        assertTrue(
                log.get(0)
                        .contains(
                                "\"exception\":\"java.lang.IllegalStateException: queue \\\"jobs\\\"\\nis out of reach"
                                        + "\\n\\tat atlas.http."),
                log.get(0));
    }

    @Test
    void doesNotRememberATileThatFailed() {
        app.renderingFails = new IllegalStateException("no tile today");
        assertEquals(500, app.get("/tiles/0/0/0.png").status());
        app.renderingFails = null;
        assertEquals(200, app.get("/tiles/0/0/0.png").status());
    }

    @Test
    void linksTheWayItWasAsked() {
        Request atRoot = Refusal.order(Refusal.SOME_POSTER);
        Request belowPrefix = new Request("POST", "/option/posters", "", atRoot.headers(), atRoot.body());
        assertEquals(Optional.of("/posters/job-0001"), app.answer(atRoot).header("Location"));
        assertEquals(
                Optional.of("/option/posters/job-0001"), app.answer(belowPrefix).header("Location"));
    }

    @Test
    void tellsWhyThereIsNoImageYet() {
        app.answer(Refusal.order(Refusal.SOME_POSTER));
        Response image = app.get("/posters/job-0001.png");
        assertEquals(404, image.status());
        assertEquals(
                "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                        + "\"detail\":\"there is no image of this poster: it is queued\"}",
                TestApp.text(image));
    }

    @Test
    void describesAJob() {
        assertEquals(
                "{\"id\":\"job-0001\",\"state\":\"queued\",\"createdAt\":\"2026-01-01T00:00:00Z\",\"zoom\":1,\"x\":0,"
                        + "\"y\":0,\"columns\":2,\"rows\":1,\"iterations\":50}",
                TestApp.text(app.answer(Refusal.order(Refusal.SOME_POSTER))));
    }

    @Test
    void turnsAwayWhoMayNotUseIt() {
        Response refused = app.forbid(Request.of("GET", "/tiles/0/0/0.png"));
        assertEquals(403, refused.status());
        assertEquals(
                "{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,"
                        + "\"detail\":\"your address is not among those that may use this\"}",
                TestApp.text(refused));
        assertEquals(0, app.rendered);
        assertTrue(app.log().get(0).contains("\"status\":403"));
    }

    @Test
    void logsALineForEachRequest() {
        app.get("/health");
        app.get("/tiles/0/0/0.png?iterations=7");
        app.get("/\n\"" + "x".repeat(300));
        app.answer(Request.of("HEAD", "/health"));
        String head = "{\"timestamp\":\"2026-01-01T00:00:00Z\",\"level\":\"%s\",\"option\":\"option\",";
        assertEquals(
                List.of(
                        head.formatted("DEBUG")
                                + "\"method\":\"GET\",\"path\":\"/health\",\"status\":200,\"millis\":0.0,\"bytes\":18}",
                        head.formatted("INFO")
                                + "\"method\":\"GET\",\"path\":\"/tiles/0/0/0.png\",\"status\":200,\"millis\":0.0,\"bytes\":1}",
                        head.formatted("INFO") + "\"method\":\"GET\",\"path\":\"/\\n\\\"" + "x".repeat(253)
                                + "...\",\"status\":404,\"millis\":0.0,\"bytes\":155}",
                        head.formatted("DEBUG")
                                + "\"method\":\"HEAD\",\"path\":\"/health\",\"status\":200,\"millis\":0.0,\"bytes\":0}"),
                app.log());
    }

    @Test
    void logsNothingBelowItsLevel() {
        TestApp quiet = new TestApp(Level.WARN);
        quiet.get("/tiles/0/0/0.png");
        assertEquals(List.of(), quiet.log());
        quiet.ready = false;
        quiet.get("/health");
        assertEquals(1, quiet.log().size());
        assertFalse(quiet.log().get(0).contains("exception"));
    }
}
