package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.Job;
import atlas.app.JobTable;
import atlas.app.ObjectStore;
import atlas.app.Poster;
import atlas.app.PosterWorker;
import atlas.app.local.MemoryJobTable;
import atlas.http.JsonLog;
import atlas.http.Level;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PosterQueueHandlerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:10:08Z");
    private static final Duration VISIBILITY = Duration.ofMinutes(2);
    private static final Poster POSTER = new Poster(1, 0, 0, 1, 1, 10);
    /** The ids that the sample gives its two messages. */
    private static final String FIRST = "059f36b4-87a3-44ab-83d2-661975940001";

    private static final String SECOND = "059f36b4-87a3-44ab-83d2-661975940002";

    private final JobTable table = new MemoryJobTable();
    private final List<String> written = new ArrayList<>();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private Instant now = NOW;

    @Test
    void rendersEveryPosterOfABatch() throws IOException {
        order("job-0001");
        order("job-0002");
        assertEquals(List.of(), failuresOf(EventSample.SQS_POSTERS.text()));
        assertEquals(List.of("posters/job-0001.png", "posters/job-0002.png"), written);
        assertEquals(Job.State.DONE, table.find("job-0002").orElseThrow().state());
    }

    @Test
    void rendersAPosterOnceThoughItsMessageComesTwice() throws IOException {
        order("job-0001");
        order("job-0002");
        failuresOf(EventSample.SQS_POSTERS.text());
        assertEquals(List.of(), failuresOf(EventSample.SQS_POSTERS.text()));
        assertEquals(2, written.size());
    }

    @Test
    void leavesAPosterThatAnotherWorkerHoldsUntilItsLeaseHasEnded() throws IOException {
        order("job-0001");
        order("job-0002");
        table.claim("job-0002", NOW, NOW.plus(VISIBILITY));
        assertEquals(List.of(SECOND), failuresOf(EventSample.SQS_POSTERS.text()));
        assertEquals(List.of("posters/job-0001.png"), written);

        now = NOW.plus(VISIBILITY).plusSeconds(1);
        assertEquals(List.of(), failuresOf(EventSample.SQS_POSTERS.text()));
        assertEquals(List.of("posters/job-0001.png", "posters/job-0002.png"), written);
    }

    @Test
    void leavesAPosterThatNobodyKnowsForTheDeadLetterQueue() throws IOException {
        order("job-0001");
        assertEquals(List.of(SECOND), failuresOf(EventSample.SQS_POSTERS.text()));
        assertEquals(
                Map.of(
                        "timestamp", "2026-11-22T03:10:08Z",
                        "level", "WARN",
                        "option", "lambda-http-api",
                        "message", "poster",
                        "job", "job-0002",
                        "outcome", "UNKNOWN"),
                JSON.std.mapFrom(lastLine()));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "short", "../../../etc/passwd", "{\"job\":\"job-0001\"}"})
    void leavesAMessageThatNamesNoJobForTheDeadLetterQueue(String body) throws IOException {
        order("job-0002");
        assertEquals(List.of(FIRST), failuresOf(withFirstBody(body)));
        assertEquals(List.of("posters/job-0002.png"), written);
    }

    @Test
    void keepsOneFailureFromTheOthersOfItsBatch() throws IOException {
        order("job-0001");
        order("job-0002");
        var handler = handler((key, content) -> {
            if (key.equals("posters/job-0001.png")) {
                throw new IllegalStateException("the bucket is on fire");
            }
            written.add(key);
        });
        assertEquals(List.of(FIRST), failuresOf(handler, EventSample.SQS_POSTERS.text()));
        assertEquals(List.of("posters/job-0002.png"), written);
        Map<String, Object> line = JSON.std.mapFrom(
                logged.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow());
        assertEquals("poster job-0001 could not be worked on", line.get("message"));
        assertTrue(
                line.get("exception").toString().startsWith("java.lang.IllegalStateException: the bucket is on fire"));
    }

    @Test
    void answersAnEmptyBatchWithNoFailure() throws IOException {
        assertEquals(List.of(), failuresOf("{\"Records\":[]}"));
    }

    @Test
    void refusesAnEventThatIsNoBatch() {
        var refused = assertThrows(IllegalArgumentException.class, () -> failuresOf("{\"version\":\"2.0\"}"));
        assertEquals("this is no event of SQS: it has no Records", refused.getMessage());
    }

    private void order(String id) {
        table.putIfAbsent(Job.queued(id, POSTER, NOW));
    }

    private List<String> failuresOf(String event) throws IOException {
        return failuresOf(handler((key, content) -> written.add(key)), event);
    }

    private static List<String> failuresOf(PosterQueueHandler handler, String event) throws IOException {
        String answer = LambdaSerialization.invoke(handler, SQSEvent.class, SQSBatchResponse.class, event);
        @SuppressWarnings("unchecked")
        var failures = (List<Map<String, String>>) JSON.std.mapFrom(answer).get("batchItemFailures");
        return failures.stream().map(failure -> failure.get("itemIdentifier")).toList();
    }

    private static String withFirstBody(String body) throws IOException {
        Map<String, Object> event = EventSample.SQS_POSTERS.json();
        @SuppressWarnings("unchecked")
        var records = (List<Map<String, Object>>) event.get("Records");
        records.get(0).put("body", body);
        return JSON.std.asString(event);
    }

    private String lastLine() {
        List<String> lines = logged.toString(StandardCharsets.UTF_8).lines().toList();
        return lines.get(lines.size() - 1);
    }

    private PosterQueueHandler handler(Bucket bucket) {
        var log = new JsonLog("lambda-http-api", Level.INFO, () -> now, new PrintStream(logged));
        return new PosterQueueHandler(new PosterWorker(table, bucket, () -> now, VISIBILITY), log);
    }

    /** A bucket that is only written to. */
    @FunctionalInterface
    private interface Bucket extends ObjectStore {
        void write(String key, byte[] content);

        @Override
        default void put(String key, byte[] content, String contentType) {
            write(key, content);
        }

        @Override
        default Optional<byte[]> get(String key) {
            return Optional.empty();
        }

        @Override
        default Optional<Found> get(String key, int maxBytes) {
            return Optional.empty();
        }
    }
}
