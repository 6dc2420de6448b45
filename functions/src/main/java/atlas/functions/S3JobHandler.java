package atlas.functions;

import atlas.adapters.AwsPorts;
import atlas.app.ObjectStore;
import atlas.app.PosterWorker;
import atlas.app.PosterWorker.Outcome;
import atlas.http.JsonLog;
import atlas.http.Level;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.InstantSource;
import java.util.Map;

/**
 * Makes the poster that an object describes as soon as it is created in the bucket. The event comes from EventBridge, at
 * least once and in any order; a call that fails is made again by Lambda, and in the end kept in a queue.
 */
public final class S3JobHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private final String bucket;
    private final JobFileWorker worker;
    private final JsonLog log;

    /**
     * Called by Lambda.
     *
     * @throws IllegalArgumentException if a setting is missing or not fit
     */
    public S3JobHandler() {
        this(TriggerSettings.from(System::getenv), AwsPorts.from(System::getenv), InstantSource.system());
    }

    private S3JobHandler(TriggerSettings settings, AwsPorts aws, InstantSource clock) {
        this(
                settings.bucket(),
                worker(settings, aws, aws.objectStore(settings.bucket()), clock),
                new JsonLog(settings.option(), settings.logLevel(), clock, System.out));
    }

    /** @param bucket whose objects the worker reads */
    S3JobHandler(String bucket, JobFileWorker worker, JsonLog log) {
        this.bucket = bucket;
        this.worker = worker;
        this.log = log;
    }

    private static JobFileWorker worker(
            TriggerSettings settings, AwsPorts aws, ObjectStore objects, InstantSource clock) {
        return new JobFileWorker(
                objects, new PosterWorker(aws.jobTable(settings.table()), objects, clock, settings.visibility()));
    }

    /**
     * @return the job's id, and what became of it
     * @throws IllegalArgumentException if this is no event of an object in the bucket
     * @throws IllegalStateException if another worker holds the job: the event must come again, in case that one is killed
     */
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        JobFile file = JobFile.in(event);
        if (!file.bucket().equals(bucket)) {
            throw new IllegalArgumentException(
                    "this is an event of the bucket %s, not of %s".formatted(file.bucket(), bucket));
        }
        Outcome outcome = worker.work(file);
        log.write(
                outcome == Outcome.FAILED || !outcome.isSettled() ? Level.WARN : Level.INFO,
                Map.of("message", "job file", "key", file.key(), "job", file.jobId(), "outcome", outcome.name()));
        if (!outcome.isSettled()) {
            throw new IllegalStateException("another worker holds %s".formatted(file.jobId()));
        }
        return Map.of("job", file.jobId(), "outcome", outcome.name());
    }
}
