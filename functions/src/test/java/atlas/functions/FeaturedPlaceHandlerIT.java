package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.functions.LoopbackRuntimeApi.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The handler of the built jar, under AWS's runtime interface client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeaturedPlaceHandlerIT {
    private RunningFunction function;

    @BeforeAll
    void start() throws IOException {
        function = Handler.SCHEDULE.start(Duration.ofSeconds(30));
    }

    @AfterAll
    void stop() {
        function.close();
    }

    @Test
    void makesOnePosterOfTheHourThoughTheCallComesTwice() throws IOException {
        try (var fresh = Handler.SCHEDULE.start(Duration.ofSeconds(30))) {
            assertEquals(
                    Map.of("job", "featured-20261122T00Z", "title", "The whole set", "outcome", "DONE"),
                    fresh.answer(Handler.SCHEDULE.good()));
            assertEquals("ALREADY_DONE", fresh.answer(Handler.SCHEDULE.good()).get("outcome"));
            assertEquals(
                    List.of(
                            "PutItem",
                            "UpdateItem",
                            "PUT /atlas-images/posters/featured-20261122T00Z.png",
                            "UpdateItem",
                            "PutItem",
                            "UpdateItem",
                            "GetItem"),
                    fresh.aws().calls());
        }
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/events/schedule.csv",
            delimiter = '|',
            quoteCharacter = '`',
            useHeadersInDisplayName = true)
    void makesThePosterOrRefuses(String name, String event, String change, String outcome) throws IOException {
        Answer answer = function.invoke(EventSample.event(event, change));
        assertEquals(outcome, answer.failed() ? answer.error() : answer.field("outcome"), name);
        assertTrue(function.process().isAlive());
    }

    /** An error is kept with its event, and both together have to fit into the failure queue. */
    @Test
    void saysLittleOfAnEventThatIsAsLargeAsItCanBe() throws IOException {
        String change = "scheduledAt = \"%s\"".formatted("x".repeat(1_000_000));
        Answer answer = function.invoke(EventSample.event("schedule-hour.json", change));
        assertEquals(true, answer.failed());
        assertTrue(answer.json().length() < 4_000, () -> answer.json().length() + " characters");
        assertTrue(function.process().isAlive());
    }
}
