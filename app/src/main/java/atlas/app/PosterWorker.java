package atlas.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Renders posters that {@link Posters} took orders for. Any number of workers may be handed the same job: one holds it,
 * and when it is killed the next takes over once the lease has ended.
 */
public final class PosterWorker {
    /** What became of a job that a worker was handed. */
    public enum Outcome {
        /** This worker finished it: the image is stored, or the job is marked as failed. */
        DONE,
        /** It was finished before. */
        ALREADY_DONE,
        /** Another worker holds it: its message must come back, in case that one is killed. */
        HELD,
        /** There is no such job: its message belongs in the dead-letter queue. */
        UNKNOWN;

        /** Whether the message has served its purpose and is to be deleted. */
        public boolean isSettled() {
            return this == DONE || this == ALREADY_DONE;
        }
    }

    private final JobTable table;
    private final ObjectStore objects;
    private final InstantSource clock;
    private final Duration lease;

    /** @param lease how long a job stays held by a worker that does not finish it: the queue's visibility time-out */
    public PosterWorker(JobTable table, ObjectStore objects, InstantSource clock, Duration lease) {
        this.table = table;
        this.objects = objects;
        this.clock = clock;
        this.lease = lease;
    }

    public Outcome work(String jobId) {
        Instant now = clock.instant();
        Optional<Job> claimed = table.claim(jobId, now, now.plus(lease));
        return claimed.map(this::render).orElseGet(() -> whyNotClaimed(jobId));
    }

    private Outcome render(Job job) {
        byte[] png;
        try {
            png = Renderer.png(job.poster());
        } catch (RuntimeException e) {
            return finish(job, Job.State.FAILED, "cannot be rendered: " + e.getMessage());
        }
        objects.put(job.imageKey(), png, "image/png");
        return finish(job, Job.State.DONE, "");
    }

    private Outcome finish(Job job, Job.State state, String reason) {
        return table.finish(job, state, reason) ? Outcome.DONE : Outcome.HELD;
    }

    private Outcome whyNotClaimed(String jobId) {
        return table.find(jobId)
                .map(job -> job.isFinished() ? Outcome.ALREADY_DONE : Outcome.HELD)
                .orElse(Outcome.UNKNOWN);
    }
}
