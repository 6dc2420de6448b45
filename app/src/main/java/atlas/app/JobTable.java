package atlas.app;

import java.time.Instant;
import java.util.Optional;

/**
 * The record of every poster asked for. Each change is one conditional write, so that two workers, or the same request
 * twice, cannot both win.
 */
public interface JobTable {
    /** Adds {@code job} unless its id is taken. Returns what the table then holds under that id. */
    Job putIfAbsent(Job job);

    Optional<Job> find(String id);

    /**
     * Takes the job for one worker until {@code leaseEnd}: succeeds for a queued job, and for a running one whose lease
     * ended before {@code now} because its worker was killed. The job's attempt then goes up by one.
     *
     * @return the job as claimed; empty when it is finished, held by another worker, or unknown
     */
    Optional<Job> claim(String id, Instant now, Instant leaseEnd);

    /**
     * Ends the attempt that {@code claimed} stands for, as done or as failed.
     *
     * @return false when another worker has claimed the job since, so that this result does not count
     */
    boolean finish(Job claimed, Job.State outcome, String reason);
}
