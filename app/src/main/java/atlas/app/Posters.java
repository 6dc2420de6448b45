package atlas.app;

import java.time.InstantSource;
import java.util.Optional;

/** Takes orders for posters and tells how far they are. {@link PosterWorker} does the work. */
public final class Posters {
    private final JobTable table;
    private final JobQueue queue;
    private final ObjectStore objects;
    private final JobIds ids;
    private final InstantSource clock;

    public Posters(JobTable table, JobQueue queue, ObjectStore objects, JobIds ids, InstantSource clock) {
        this.table = table;
        this.queue = queue;
        this.objects = objects;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Orders a poster: first the row, then the message, so that a message never names a job nobody knows. A request
     * repeated with the same key finds the row; while the job is still queued its message is sent once more, which heals
     * a crash between the two writes.
     *
     * @throws IdempotencyConflict if {@code idempotencyKey} was used for another poster
     */
    public Job submit(Poster poster, Optional<String> idempotencyKey) {
        String id = idempotencyKey.map(ids::ofKey).orElseGet(ids::fresh);
        Job job = table.putIfAbsent(Job.queued(id, poster, clock.instant()));
        if (!job.poster().equals(poster)) {
            throw new IdempotencyConflict();
        }
        if (job.state() == Job.State.QUEUED) {
            queue.send(id);
        }
        return job;
    }

    public Optional<Job> find(String id) {
        return JobIds.isId(id) ? table.find(id) : Optional.empty();
    }

    /** The PNG of a poster; empty until its job is done. */
    public Optional<byte[]> image(String id) {
        return find(id).filter(job -> job.state() == Job.State.DONE).flatMap(job -> objects.get(job.imageKey()));
    }
}
