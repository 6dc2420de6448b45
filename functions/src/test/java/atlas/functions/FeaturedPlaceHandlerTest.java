package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.app.FeaturedPlace;
import atlas.app.InvalidInput;
import atlas.app.Job;
import atlas.app.ObjectStore;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturedPlaceHandlerTest {
    /** An hour of the whole set, which is drawn the fastest. */
    private static final String EVENT = "{\"scheduledAt\":\"2026-11-22T00:00:00Z\"}";

    private static final String ID = "featured-20261122T00Z";
    private static final FeaturedPlace PLACE = FeaturedPlace.at(Instant.parse("2026-11-22T00:00:00Z"));
    private static final Duration VISIBILITY = Duration.ofMinutes(2);

    private final MemoryJobTable table = new MemoryJobTable();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-11-22T00:07:31Z");

    @TempDir
    private Path folder;

    private ObjectStore bucket;
    private FeaturedPlaceHandler handler;

    @BeforeEach
    void open() {
        bucket = new FolderObjectStore(folder);
        var log = new JsonLog("lambda-schedule", Level.INFO, () -> now, new PrintStream(logged));
        handler = new FeaturedPlaceHandler(new PosterWorker(table, bucket, () -> now, VISIBILITY), log);
    }

    @Test
    void makesThePosterOfTheHour() throws IOException {
        assertEquals(Map.of("job", ID, "title", PLACE.title(), "outcome", "DONE"), handle(EVENT));
        assertArrayEquals(
                Renderer.png(PLACE.poster()),
                bucket.get("posters/" + ID + ".png").orElseThrow());
        assertEquals(Job.State.DONE, table.find(ID).orElseThrow().state());
        assertEquals(PLACE.poster(), table.find(ID).orElseThrow().poster());
    }

    @Test
    void logsThePlaceAndWhatBecameOfIt() throws IOException {
        handle(EVENT);
        assertEquals(
                Map.of(
                        "timestamp", "2026-11-22T00:07:31Z",
                        "level", "INFO",
                        "option", "lambda-schedule",
                        "message", "featured place",
                        "title", PLACE.title(),
                        "job", ID,
                        "outcome", "DONE"),
                JSON.std.mapFrom(logged.toString(StandardCharsets.UTF_8)));
    }

    /** A retry may come after the hour is over. */
    @Test
    void makesThePosterOfTheScheduledHourHoweverLateItIsCalled() throws IOException {
        now = now.plus(Duration.ofHours(5));
        assertEquals(ID, handle(EVENT).get("job"));
    }

    @Test
    void makesOnePosterOfAnHourThatComesTwice() throws IOException {
        handle(EVENT);
        assertEquals("ALREADY_DONE", handle(EVENT).get("outcome"));
        assertEquals(
                "ALREADY_DONE", handle(EVENT.replace("00:00:00", "00:14:59")).get("outcome"));
    }

    @Test
    void failsWhileAnotherWorkerHoldsTheHourSoThatTheCallComesAgain() throws IOException {
        table.putIfAbsent(Job.queued(ID, PLACE.poster(), now));
        table.claim(ID, now, now.plus(VISIBILITY));

        var refused = assertThrows(IllegalStateException.class, () -> handle(EVENT));
        assertEquals("another worker holds " + ID, refused.getMessage());

        now = now.plus(VISIBILITY).plusSeconds(1);
        assertEquals("DONE", handle(EVENT).get("outcome"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                          | null",
                "{\"scheduledAt\":null}       | null",
                "{\"scheduledAt\":1795305600} | 1795305600",
                "{\"scheduledAt\":\"today\"}  | today",
                "{\"scheduledAt\":\"<aws.scheduler.scheduled-time>\"} | <aws.scheduler.scheduled-time>",
                "{\"time\":\"2026-11-22T00:00:00Z\"} | null",
            })
    void refusesAnEventWithoutATime(String event, String given) {
        var refused = assertThrows(IllegalArgumentException.class, () -> handle(event));
        assertEquals("scheduledAt must be a time such as 2026-11-22T05:00:00Z, got " + given, refused.getMessage());
    }

    @Test
    void refusesATimeThatIsOutOfRange() {
        var refused = assertThrows(InvalidInput.class, () -> handle(EVENT.replace("2026-11-22", "+100000-11-22")));
        assertEquals("time must be in the years 1970 to 9998, got +100000-11-22T00:00:00Z", refused.getMessage());
    }

    private Map<String, Object> handle(String event) throws IOException {
        return LambdaSerialization.invoke(handler, event);
    }
}
