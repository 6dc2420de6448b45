package atlas.functions;

import atlas.app.IdempotencyConflict;
import atlas.app.InvalidInput;
import atlas.app.ObjectStore;
import atlas.app.PosterWorker;
import atlas.app.PosterWorker.Outcome;
import atlas.http.AtlasApi;
import atlas.http.Json;
import atlas.http.PosterOrder;
import atlas.http.Problem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes a poster of each job that is put into the bucket, and of one that cannot be made a record that says why. Both are
 * written below {@code posters/}, so none of them is ever taken for a job.
 */
final class JobFileWorker {
    /** As for an order by HTTP. */
    static final int MAX_BYTES = AtlasApi.MAX_BODY_BYTES;

    private final ObjectStore objects;
    private final PosterWorker worker;

    /** @param objects where jobs are found and what cannot be done is recorded */
    JobFileWorker(ObjectStore objects, PosterWorker worker) {
        this.objects = objects;
        this.worker = worker;
    }

    /**
     * What failed will fail again, and is recorded as failed. For all else, such as a bucket that cannot be read, there is
     * an exception, and the event has to come again.
     */
    Outcome work(JobFile file) {
        try {
            return make(file);
        } catch (InvalidInput | Problem refused) {
            return refuse(file, refused.getMessage());
        } catch (IdempotencyConflict sameSum) {
            return refuse(file, "the name and the entity tag are those of another job");
        }
    }

    private Outcome make(JobFile file) {
        file.requireName();
        ObjectStore.requireSize(file.size(), MAX_BYTES);
        return objects.get(file.key(), MAX_BYTES)
                .filter(found -> found.etag().equals(file.etag()))
                .map(found -> worker.work(file.jobId(), PosterOrder.parse(found.content())))
                .orElseGet(() -> withoutItsFile(file));
    }

    /** What an earlier event has read is in the table, though the object is gone now. */
    private Outcome withoutItsFile(JobFile file) {
        Outcome outcome = worker.work(file.jobId());
        if (outcome == Outcome.UNKNOWN) {
            throw new InvalidInput("key", "the object was deleted or replaced before it was read");
        }
        return outcome;
    }

    /** Written again for the same event it is the same. */
    private Outcome refuse(JobFile file, String reason) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", file.key());
        fields.put("etag", file.etag());
        fields.put("size", file.size());
        fields.put("reason", reason);
        objects.put(
                "posters/" + file.jobId() + ".failed.json",
                Json.object(fields).getBytes(StandardCharsets.US_ASCII),
                "application/json");
        return Outcome.FAILED;
    }
}
