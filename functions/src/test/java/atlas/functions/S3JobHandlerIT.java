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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The handler of the built jar, under AWS's runtime interface client, with the settings of its stack. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3JobHandlerIT {
    private static final String ETAG = Handler.JOB_ETAG;

    private RunningFunction function;

    @BeforeAll
    void start() throws IOException {
        function = Handler.S3.start(Duration.ofSeconds(30));
    }

    @AfterAll
    void stop() {
        function.close();
    }

    @BeforeEach
    void putTheJobIntoTheBucket() {
        function.aws().keep(Handler.JOB);
    }

    @Test
    void makesOnePosterOfWhatTheObjectDescribesThoughTheEventComesTwice() throws IOException {
        try (var fresh = Handler.S3.start(Duration.ofSeconds(30))) {
            assertEquals(Map.of("job", "sunset-" + ETAG, "outcome", "DONE"), fresh.answer(Handler.S3.good()));
            assertEquals(Map.of("job", "sunset-" + ETAG, "outcome", "ALREADY_DONE"), fresh.answer(Handler.S3.good()));
            assertEquals(
                    List.of(
                            "GET /atlas-images/jobs/sunset.json",
                            "PutItem",
                            "UpdateItem",
                            "PUT /atlas-images/posters/sunset-" + ETAG + ".png",
                            "UpdateItem",
                            "GET /atlas-images/jobs/sunset.json",
                            "PutItem",
                            "UpdateItem",
                            "GetItem"),
                    fresh.aws().calls());
        }
    }

    @Test
    void recordsAJobThatIsLargerThanTheEventSaid() throws IOException {
        function.aws().keep(new byte[16_385]);
        int before = function.aws().calls().size();
        assertEquals(Map.of("job", "sunset-" + ETAG, "outcome", "FAILED"), function.answer(Handler.S3.good()));
        List<String> calls = function.aws().calls();
        assertEquals(
                List.of(
                        "GET /atlas-images/jobs/sunset.json",
                        "PUT /atlas-images/posters/sunset-" + ETAG + ".failed.json"),
                calls.subList(before, calls.size()));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/events/s3.csv", delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true)
    void settlesOrRefuses(String name, String event, String change, String outcome) throws IOException {
        Answer answer = function.invoke(Handler.withEtag(EventSample.event(event, change)));
        assertEquals(outcome, answer.failed() ? answer.error() : answer.field("outcome"), name);
        assertTrue(function.process().isAlive());
    }

    /** An error is kept with its event, and both together have to fit into the failure queue. */
    @Test
    void saysLittleOfAnEventThatIsAsLargeAsItCanBe() throws IOException {
        String change = "detail.object.key = \"%s\"".formatted("x".repeat(1_000_000));
        Answer answer = function.invoke(EventSample.event("s3-job-created.json", change));
        assertEquals(true, answer.failed());
        assertTrue(answer.json().length() < 2_000, () -> answer.json().length() + " characters");
        assertTrue(function.process().isAlive());
    }
}
