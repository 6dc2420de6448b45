package atlas.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Renders posters that {@link Posters} took orders for. Any number of workers may be handed the same job: one holds it,
 * and when it is killed the next takes over once its lease has ended.
 */
public final class PosterWorker {
    /** A job that was begun so often and never finished, because its workers failed or were killed, is given up. */
    static final int MAX_ATTEMPTS = 3;

    /** What became of a job that a worker was handed. */
    public enum Outcome {
        /** This worker finished it: the image is stored. */
        DONE,
        /** It was finished before. */
        ALREADY_DONE,
        /** This worker gave it up, and its record says why. */
        FAILED,
        /** Another worker holds it: its message must come back, in case that one is killed. */
        HELD,
        /** There is no such job: its message belongs in the dead-letter queue. */
        UNKNOWN;

        /** Whether the message has served its purpose and is to be deleted. */
        public boolean isSettled() {
            return this == DONE || this == ALREADY_DONE || this == FAILED;
        }
    }

    private final JobTable table;
    private final ObjectStore objects;
    private final InstantSource clock;
    private final Duration lease;

    /**
     * @param visibilityTimeout after which the queue hands a message out again. The lease is a tenth shorter, so that the
     *     message of a worker that was killed does not come back too early to be of use
     */
    public PosterWorker(JobTable table, ObjectStore objects, InstantSource clock, Duration visibilityTimeout) {
        this.table = table;
        this.objects = objects;
        this.clock = clock;
        this.lease = visibilityTimeout.multipliedBy(9).dividedBy(10);
    }

    /** What fails here is tried again when the message comes back, since it is the store or the table that fails. */
    public Outcome work(String jobId) {
        Instant now = clock.instant();
        Optional<Job> claimed = table.claim(jobId, now, now.plus(lease));
        return claimed.map(this::work).orElseGet(() -> whyNotClaimed(jobId));
    }

    /**
     * Takes the order for a poster and works on it at once: for a caller that nobody queues for, and that comes again
     * itself when it fails.
     *
     * @param jobId the same for the same order, so that an order that comes twice is worked on once
     * @throws IdempotencyConflict if {@code jobId} names another poster
     */
    public Outcome work(String jobId, Poster poster) {
        Job job = table.putIfAbsent(Job.queued(jobId, poster, clock.instant()));
        if (!job.poster().equals(poster)) {
            throw new IdempotencyConflict();
        }
        return work(jobId);
    }

    private Outcome work(Job job) {
        if (job.attempt() > MAX_ATTEMPTS) {
            String reason = "given up after %d attempts".formatted(MAX_ATTEMPTS);
            return table.finish(job, Job.State.FAILED, reason) ? Outcome.FAILED : Outcome.HELD;
        }
        objects.put(job.imageKey(), Renderer.png(job.poster()), "image/png");
        return table.finish(job, Job.State.DONE, "") ? Outcome.DONE : Outcome.HELD;
    }

    private Outcome whyNotClaimed(String jobId) {
        return table.find(jobId)
                .map(job -> job.isFinished() ? Outcome.ALREADY_DONE : Outcome.HELD)
                .orElse(Outcome.UNKNOWN);
    }
}
