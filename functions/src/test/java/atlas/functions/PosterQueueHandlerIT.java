package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The handler of the built jar, under AWS's runtime interface client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PosterQueueHandlerIT {
    /** What SQS takes, in bytes. */
    private static final int LARGEST_MESSAGE = 1 << 20;
    /** What SQS hands out at once, as long as Lambda's 6 MB are kept. */
    private static final int LARGEST_BATCH = 5;
    /** The queue's. */
    private static final int MAX_RECEIVE_COUNT = 5;

    private static final String FIRST = "059f36b4-87a3-44ab-83d2-661975940001";

    private RunningFunction function;

    @BeforeAll
    void start() throws IOException {
        function = Handler.SQS.start(Duration.ofSeconds(30));
    }

    @AfterAll
    void stop() {
        function.close();
    }

    @BeforeEach
    void orderTwoPosters() throws IOException {
        function.aws().table().add("job-0001", "QUEUED");
        function.aws().table().add("job-0002", "QUEUED");
    }

    @Test
    void rendersEachPosterOnceThoughItsMessageComesTwice() throws IOException {
        int before = function.aws().calls().size();
        Map<String, Object> allDone = Map.of("batchItemFailures", List.of());
        assertEquals(allDone, function.answer(EventSample.SQS_POSTERS.text()));
        assertEquals(allDone, function.answer(EventSample.SQS_POSTERS.text()));
        List<String> calls = function.aws().calls();
        assertEquals(
                List.of(
                        "UpdateItem",
                        "PUT /atlas-images/posters/job-0001.png",
                        "UpdateItem",
                        "UpdateItem",
                        "PUT /atlas-images/posters/job-0002.png",
                        "UpdateItem",
                        "UpdateItem",
                        "GetItem",
                        "UpdateItem",
                        "GetItem"),
                calls.subList(before, calls.size()));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/events/sqs.csv", delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true)
    void returnsWhatItHasNotDone(String name, String event, String change, String outcome) throws IOException {
        String batch = EventSample.event(event, change);
        var answer = function.invoke(batch);
        assertEquals(outcome, answer.failed() ? answer.error() : numbers(SqsEventSource.returned(batch, answer)), name);
        assertTrue(function.process().isAlive());
    }

    @Test
    void leavesWhatItCannotDoForTheDeadLetterQueue() throws IOException {
        var queue = new SqsEventSource(function, MAX_RECEIVE_COUNT);
        Map<String, Object> event = EventSample.SQS_POSTERS.json();
        assertEquals(List.of(), queue.deadLetters(event));

        Map<String, Object> poisoned =
                JSON.std.mapFrom(EventSample.event("sqs-posters.json", "Records.0.body = \"?\""));
        assertEquals(List.of(FIRST), queue.deadLetters(poisoned));
    }

    @Test
    void returnsMessagesThatAreAsLargeAsTheyCanBe() throws IOException {
        var message = Map.of("messageId", "a", "eventSource", "aws:sqs", "body", "x".repeat(LARGEST_MESSAGE));
        String batch = JSON.std.asString(Map.of("Records", Collections.nCopies(LARGEST_BATCH, message)));
        assertEquals(Set.of("a"), SqsEventSource.returned(batch, function.invoke(batch)));
        assertTrue(function.process().isAlive());
    }

    /** How the messages' ids end. */
    private static String numbers(Set<String> ids) {
        return ids.isEmpty() ? "none" : String.join(" ", new TreeSet<>(ids)).replaceAll("\\S+(?=\\d)", "");
    }
}
