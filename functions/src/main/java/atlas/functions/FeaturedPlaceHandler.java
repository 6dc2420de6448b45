package atlas.functions;

import atlas.adapters.AwsPorts;
import atlas.app.FeaturedPlace;
import atlas.app.PosterWorker;
import atlas.app.PosterWorker.Outcome;
import atlas.http.Excerpt;
import atlas.http.JsonLog;
import atlas.http.Level;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Map;

/**
 * Makes the poster of the featured place of an hour. The hour is the one that the schedule says, not that of the clock, so
 * that a call that comes late, or again, makes the same poster.
 */
public final class FeaturedPlaceHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private static final int LONGEST_EXCERPT = 40;

    private final PosterWorker worker;
    private final JsonLog log;

    /**
     * Called by Lambda.
     *
     * @throws IllegalArgumentException if a setting is missing or not fit
     */
    public FeaturedPlaceHandler() {
        this(TriggerSettings.from(System::getenv), AwsPorts.from(System::getenv), InstantSource.system());
    }

    private FeaturedPlaceHandler(TriggerSettings settings, AwsPorts aws, InstantSource clock) {
        this(
                new PosterWorker(
                        aws.jobTable(settings.table()),
                        aws.objectStore(settings.bucket()),
                        clock,
                        settings.visibility()),
                new JsonLog(settings.option(), settings.logLevel(), clock, System.out));
    }

    FeaturedPlaceHandler(PosterWorker worker, JsonLog log) {
        this.worker = worker;
        this.log = log;
    }

    /**
     * @param event {@code scheduledAt}, as in {@code {"scheduledAt":"2026-11-22T05:00:00Z"}}
     * @return the job's id, the place's title, and what became of it
     * @throws IllegalArgumentException if the event has no such time
     * @throws atlas.app.InvalidInput if the time is out of range
     * @throws IllegalStateException if another worker holds the job: the event must come again, in case that one is killed
     */
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        Instant scheduledAt = scheduledAt(event);
        FeaturedPlace place = FeaturedPlace.at(scheduledAt);
        String job = FeaturedPlace.jobId(scheduledAt);
        Outcome outcome = worker.work(job, place.poster());
        log.write(
                outcome == Outcome.FAILED || !outcome.isSettled() ? Level.WARN : Level.INFO,
                Map.of("message", "featured place", "title", place.title(), "job", job, "outcome", outcome.name()));
        if (!outcome.isSettled()) {
            throw new IllegalStateException("another worker holds %s".formatted(job));
        }
        return Map.of("job", job, "title", place.title(), "outcome", outcome.name());
    }

    private static Instant scheduledAt(Map<String, Object> event) {
        String time = event == null ? "null" : String.valueOf(event.get("scheduledAt"));
        try {
            return Instant.parse(time);
        } catch (DateTimeParseException unfit) {
            throw new IllegalArgumentException(
                    "scheduledAt must be a time such as 2026-11-22T05:00:00Z, got " + Excerpt.of(time, LONGEST_EXCERPT),
                    unfit);
        }
    }
}
