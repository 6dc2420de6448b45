package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.app.Job;
import atlas.app.ObjectStore;
import atlas.app.Poster;
import atlas.app.PosterWorker;
import atlas.app.Renderer;
import atlas.app.local.FolderObjectStore;
import atlas.app.local.MemoryJobTable;
import atlas.http.JsonLog;
import atlas.http.Level;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3JobHandlerTest {
    private static final String KEY = "jobs/sunset.json";
    private static final String JOB = "{\"zoom\":1,\"x\":0,\"y\":0,\"columns\":1,\"rows\":1,\"iterations\":10}";
    private static final String OTHER_JOB = "{\"zoom\":1,\"x\":1,\"y\":0,\"columns\":1,\"rows\":1,\"iterations\":10}";
    private static final byte[] IMAGE = Renderer.png(new Poster(1, 0, 0, 1, 1, 10));
    private static final byte[] OTHER_IMAGE = Renderer.png(new Poster(1, 1, 0, 1, 1, 10));
    private static final Duration VISIBILITY = Duration.ofMinutes(2);
    private static final String ANY_ETAG = "d41d8cd98f00b204e9800998ecf8427e";

    private final MemoryJobTable table = new MemoryJobTable();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-11-22T03:10:08Z");

    @TempDir
    private Path folder;

    private ObjectStore bucket;
    private S3JobHandler handler;

    @BeforeEach
    void open() {
        bucket = new FolderObjectStore(folder);
        var worker = new PosterWorker(table, bucket, () -> now, VISIBILITY);
        var log = new JsonLog("lambda-s3-trigger", Level.INFO, () -> now, new PrintStream(logged));
        handler = new S3JobHandler("atlas-images", new JobFileWorker(bucket, worker), log);
    }

    @Test
    void makesThePosterThatTheObjectDescribes() throws IOException {
        String etag = put(JOB);

        assertEquals(Map.of("job", "sunset-" + etag, "outcome", "DONE"), handle(created(etag)));
        assertArrayEquals(IMAGE, bucket.get("posters/sunset-" + etag + ".png").orElseThrow());
        assertEquals(Job.State.DONE, table.find("sunset-" + etag).orElseThrow().state());
    }

    @Test
    void logsTheJobAndWhatBecameOfIt() throws IOException {
        String etag = put(JOB);
        handle(created(etag));

        assertEquals(
                Map.of(
                        "timestamp", "2026-11-22T03:10:08Z",
                        "level", "INFO",
                        "option", "lambda-s3-trigger",
                        "message", "job file",
                        "key", KEY,
                        "job", "sunset-" + etag,
                        "outcome", "DONE"),
                JSON.std.mapFrom(logged.toString(StandardCharsets.UTF_8)));
    }

    @Test
    void makesOnePosterOfAnEventThatComesTwice() throws IOException {
        String etag = put(JOB);
        handle(created(etag));

        assertEquals("ALREADY_DONE", handle(created(etag)).get("outcome"));
        assertEquals(List.of("sunset-" + etag + ".png"), posters());
    }

    @Test
    void makesOnePosterThoughTheObjectIsGoneWhenTheEventComesAgain() throws IOException {
        String etag = put(JOB);
        handle(created(etag));
        delete();

        assertEquals("ALREADY_DONE", handle(created(etag)).get("outcome"));
        assertEquals(List.of("sunset-" + etag + ".png"), posters());
    }

    @Test
    void makesAPosterOfEachContentWhenEventsComeInOrder() throws IOException {
        String first = put(JOB);
        handle(created(first));
        String second = put(OTHER_JOB);
        handle(created(second));

        assertArrayEquals(IMAGE, bucket.get("posters/sunset-" + first + ".png").orElseThrow());
        assertArrayEquals(
                OTHER_IMAGE, bucket.get("posters/sunset-" + second + ".png").orElseThrow());
    }

    /** The newer content wins under its own name, and the older event can neither repeat nor undo it. */
    @Test
    void makesThePosterOfTheNewContentWhenItsEventComesFirst() throws IOException {
        String first = put(JOB);
        String second = put(OTHER_JOB);

        assertEquals("DONE", handle(created(second)).get("outcome"));
        assertEquals("FAILED", handle(created(first)).get("outcome"));
        assertArrayEquals(
                OTHER_IMAGE, bucket.get("posters/sunset-" + second + ".png").orElseThrow());
        assertEquals("the object was deleted or replaced before it was read", failure("sunset-" + first));
        assertEquals(2, posters().size());
    }

    @Test
    void recordsThatTheObjectIsGone() throws IOException {
        String etag = put(JOB);
        delete();

        assertEquals(Map.of("job", "sunset-" + etag, "outcome", "FAILED"), handle(created(etag)));
        handle(created(etag));
        assertEquals(List.of("sunset-" + etag + ".failed.json"), posters());
        assertEquals("the object was deleted or replaced before it was read", failure("sunset-" + etag));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                       | the body must be one JSON object",
                "not json                 | the body must be one JSON object; it stops being one at line 1, column 1",
                "[]                       | the body must be one JSON object",
                "{}                       | zoom is missing; a poster needs zoom, x, y, columns and rows",
                "{\"zoom\":31,\"x\":0,\"y\":0,\"columns\":1,\"rows\":1} | zoom must be 0 to 30, got 31",
                "{\"zoom\":9,\"x\":0,\"y\":0,\"columns\":99,\"rows\":1} | columns must be 1 to 8, got 99",
                "{\"zoom\":1,\"key\":\"../posters/a\"} | there is no such field; the fields are zoom, x, y, columns, rows, iterations",
            })
    void recordsWhyAJobCannotBeDone(String content, String reason) throws IOException {
        String etag = put(content);

        assertEquals(Map.of("job", "sunset-" + etag, "outcome", "FAILED"), handle(created(etag)));
        assertEquals(reason, failure("sunset-" + etag));
        assertEquals(List.of("sunset-" + etag + ".failed.json"), posters());
    }

    @Test
    void readsNothingOfAJobThatIsTooLarge() throws IOException {
        assertEquals(
                "FAILED", handle(created(KEY, ANY_ETAG, 5_497_558_138_880L)).get("outcome"));
        assertEquals("size must be 0 to 16384 bytes, got 5497558138880", failure("sunset-" + ANY_ETAG));
    }

    @Test
    void readsNoMoreThanItMayThoughTheEventSaysLess() throws IOException {
        put(" ".repeat(16_385));

        assertEquals("FAILED", handle(created(KEY, ANY_ETAG, 60)).get("outcome"));
        assertEquals("size must be 0 to 16384 bytes, got 16385", failure("sunset-" + ANY_ETAG));
    }

    @Test
    void recordsThatAKeyIsNoNameOfAJob() throws IOException {
        String key = "jobs/../posters/sunset.json";
        String id = (String) handle(created(key, ANY_ETAG, 60)).get("job");

        assertEquals(List.of(id + ".failed.json"), posters());
        assertEquals(key, record(id).get("key"));
        assertEquals(
                "a job is called jobs/NAME.json, where NAME is 1 to 24 letters, digits, dashes and underscores",
                failure(id));
    }

    /** Its own output is no event for it: the rule asks for jobs/, and the infra tests hold it to that. */
    @Test
    void writesOnlyBelowPosters() throws IOException {
        handle(created(put(JOB)));
        handle(created(put("{}")));

        try (var folders = Files.list(folder)) {
            assertEquals(
                    List.of("jobs", "posters"),
                    folders.map(path -> path.getFileName().toString()).sorted().toList());
        }
        try (var jobs = Files.list(folder.resolve("jobs"))) {
            assertEquals(List.of(folder.resolve(KEY)), jobs.toList());
        }
    }

    @Test
    void failsWhileAnotherWorkerHoldsTheJobSoThatTheEventComesAgain() throws IOException {
        String etag = put(JOB);
        table.putIfAbsent(Job.queued("sunset-" + etag, new Poster(1, 0, 0, 1, 1, 10), now));
        table.claim("sunset-" + etag, now, now.plus(VISIBILITY));

        var refused = assertThrows(IllegalStateException.class, () -> handle(created(etag)));
        assertEquals("another worker holds sunset-" + etag, refused.getMessage());

        now = now.plus(VISIBILITY).plusSeconds(1);
        assertEquals("DONE", handle(created(etag)).get("outcome"));
    }

    @Test
    void recordsThatTheJobsIdNamesAnotherPoster() throws IOException {
        String etag = put(JOB);
        table.putIfAbsent(Job.queued("sunset-" + etag, new Poster(1, 1, 1, 1, 1, 10), now));

        assertEquals("FAILED", handle(created(etag)).get("outcome"));
        assertEquals("the name and the entity tag are those of another job", failure("sunset-" + etag));
    }

    @Test
    void refusesTheEventOfAnotherBucket() throws IOException {
        String event = created(put(JOB)).replace("\"atlas-images\"", "\"another\"");

        var refused = assertThrows(IllegalArgumentException.class, () -> handle(event));
        assertEquals("this is an event of the bucket another, not of atlas-images", refused.getMessage());
        assertEquals(List.of(), posters());
    }

    /** Puts a job, and says what S3 would call its content. */
    private String put(String content) {
        bucket.put(KEY, content.getBytes(StandardCharsets.UTF_8), "application/json");
        return bucket.get(KEY, Integer.MAX_VALUE - 8).orElseThrow().etag();
    }

    private void delete() throws IOException {
        Files.delete(folder.resolve(KEY));
    }

    private static String created(String etag) throws IOException {
        return EventSample.S3_JOB_CREATED.text().replace("@etag@", etag);
    }

    private static String created(String key, String etag, long size) throws IOException {
        Map<String, Object> event = EventSample.S3_JOB_CREATED.json();
        Map<String, Object> object = EventSample.object(event, "detail", "object");
        object.put("key", key);
        object.put("etag", etag);
        object.put("size", size);
        return JSON.std.asString(event);
    }

    private Map<String, Object> handle(String event) throws IOException {
        return LambdaSerialization.invoke(handler, event);
    }

    private Map<String, Object> record(String id) throws IOException {
        byte[] content = bucket.get("posters/" + id + ".failed.json").orElseThrow();
        return JSON.std.mapFrom(content);
    }

    private Object failure(String id) throws IOException {
        return record(id).get("reason");
    }

    private List<String> posters() {
        try (var files = Files.list(folder.resolve("posters"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (java.nio.file.NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
