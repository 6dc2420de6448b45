package atlas.compare.measure.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.measure.Conditions;
import atlas.compare.measure.DeployedOption;
import atlas.compare.measure.Measurements;
import atlas.compare.measure.NotMeasured;
import atlas.compare.measure.NotMeasured.Reason;
import atlas.compare.measure.RenderTime;
import atlas.compare.measure.StandIn;
import atlas.compare.measure.StandIn.Manners;
import atlas.compare.measure.StandIn.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeployedRunTest {
    private static final Instant NOW = Instant.parse("2026-11-25T21:40:00Z");
    private static final Conditions CONDITIONS = new Conditions(25, 2, 256, 7);
    private static final String OPTION = "ecs-fargate";

    private StandIn server;

    @BeforeEach
    void start() throws IOException {
        server = new StandIn(4);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void measuresWhatAnswersItself() throws InterruptedException {
        Measurements measurements = measure(n -> Reply.with("X-Cache", "Miss from cloudfront"));

        DeployedOption option = measurements.deployed(OPTION).orElseThrow();
        assertEquals(50, option.latency().requests());
        assertEquals(0, option.latency().failed());
        assertEquals(1234, option.responseBytes());
        assertEquals("A Vendor 25", option.app().jvm());
        assertEquals(
                List.of(new RenderTime(256, 50, 3.25), new RenderTime(1000, 10, 3.25), new RenderTime(4000, 10, 3.25)),
                option.render());
        assertEquals(List.of(), measurements.notMeasured());
    }

    @Test
    void asksForNoTileTwiceAndForNoMoreThanItSaid() throws InterruptedException {
        measure(n -> Reply.TILE);

        assertEquals(server.asked(), server.tiles());
        assertEquals(plan(OPTION).requests(), server.asked() + 1);
    }

    @Test
    void isVoidAtTheFirstAnswerFromACache() throws InterruptedException {
        NotMeasured reason = notMeasured(measure(n ->
                n < 12 ? Reply.with("X-Cache", "Miss from cloudfront") : Reply.with("X-Cache", "Hit from cloudfront")));

        assertEquals(Reason.VOID, reason.reason());
        assertEquals(
                "an answer came from a cache (X-Cache: Hit from cloudfront), and a cache is not the option",
                reason.why());
        assertTrue(server.asked() < 12 + 16, "asked on %d times".formatted(server.asked() - 12));
    }

    @Test
    void isVoidWhenAnotherOptionAnswers() throws InterruptedException {
        server.plays(OPTION, "ecs-ec2", n -> Reply.TILE);

        NotMeasured reason = notMeasured(run());

        assertEquals(Reason.VOID, reason.reason());
        assertEquals("another option answers at %s: ecs-ec2".formatted(server.url(OPTION)), reason.why());
        assertEquals(0, server.asked());
    }

    @Test
    void stopsAskingWhenItIsThrottled() throws InterruptedException {
        NotMeasured reason = notMeasured(measure(n -> n > 10 ? Reply.refusal(n % 2 == 0 ? 429 : 503) : Reply.TILE));

        assertEquals(Reason.VOID, reason.reason());
        assertTrue(
                reason.why().matches("\\d+ of \\d+ requests were not answered with a tile \\(\\d x 429, \\d x 503\\)"),
                reason.why());
        assertTrue(server.asked() < 10 + 11 + 16, "asked " + server.asked());
    }

    @Test
    void bearsAFewRefusals() throws InterruptedException {
        Measurements measurements = measure(n -> n == 20 ? Reply.refusal(503) : Reply.TILE);

        assertEquals(1, measurements.deployed(OPTION).orElseThrow().latency().failed());
    }

    @Test
    void saysWhatElseItFound() throws InterruptedException {
        NotMeasured closed = notMeasured(run());
        assertEquals(Reason.FAILED, closed.reason());
        assertEquals("GET %s was answered with 404".formatted(server.url(OPTION)), closed.why());

        server.close();
        NotMeasured gone = notMeasured(run());
        assertEquals(Reason.FAILED, gone.reason());
        assertEquals("it cannot be reached: ConnectException", gone.why());
    }

    @Test
    void measuresTheOthersWhenOneFails() throws InterruptedException {
        server.plays("lambda-http-api", n -> Reply.TILE);

        Measurements measurements = new DeployedRun(plan(OPTION, "lambda-http-api"), line -> {}).measure(NOW);

        assertEquals(
                List.of("lambda-http-api"),
                measurements.deployed().stream().map(DeployedOption::id).toList());
        assertEquals(OPTION, measurements.notMeasured().get(0).id());
    }

    @Test
    void saysWhatItIsAboutToDo() {
        assertEquals(
                """
                About to measure what is deployed, from this machine, one option after the other:
                  ecs-fargate      https://d1.cloudfront.net/ecs-fargate/
                  lambda-http-api  https://d1.cloudfront.net/lambda-http-api/
                Each is asked for 25 tiles a second for 2 s at 256 iterations, and for 25 tiles more to warm up and
                at 1000 and 4000 iterations: 76 requests in about 4 s, 152 requests in all.
                No cache has these tiles (seed 7). It costs USD 0.01 at most, computed from on-demand prices;
                servers may scale out, and then cost their time.""",
                plan(id -> "https://d1.cloudfront.net/%s/".formatted(id), OPTION, "lambda-http-api")
                        .text());
    }

    private Measurements measure(Manners manners) throws InterruptedException {
        server.plays(OPTION, manners);
        return run();
    }

    private Measurements run() throws InterruptedException {
        return new DeployedRun(plan(OPTION), line -> {}).measure(NOW);
    }

    private DeployedPlan plan(String... ids) {
        return plan(server::url, ids);
    }

    private static DeployedPlan plan(UnaryOperator<String> url, String... ids) {
        var targets = new TreeMap<String, URI>();
        List.of(ids).forEach(id -> targets.put(id, URI.create(url.apply(id))));
        return new DeployedPlan(targets, CONDITIONS);
    }

    private static NotMeasured notMeasured(Measurements measurements) {
        assertEquals(List.of(), measurements.deployed());
        assertEquals(1, measurements.notMeasured().size());
        return measurements.notMeasured().get(0);
    }
}
