package atlas.app;

import java.time.Duration;
import java.util.Optional;

/** Hands job ids to workers, each at least once. A delivery that is not deleted comes back after its visibility time-out. */
public interface JobQueue {
    void send(String jobId);

    /** Waits up to {@code wait} for a delivery. */
    Optional<Delivery> receive(Duration wait) throws InterruptedException;

    /** The work is done: the delivery shall not come back. */
    void delete(Delivery delivery);

    /**
     * One hand-over of a job.
     *
     * @param receipt names this hand-over, not the job: a later one of the same job has another
     */
    record Delivery(String jobId, String receipt) {}
}
