package atlas.app.local;

import atlas.app.Job;
import atlas.app.JobTable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A job table in memory, gone with the process. Beyond {@value #MAX_JOBS} jobs it forgets the oldest. */
public final class MemoryJobTable implements JobTable {
    static final int MAX_JOBS = 10_000;

    private final Map<String, Job> jobs = new LinkedHashMap<>();

    @Override
    public synchronized Job putIfAbsent(Job job) {
        Job held = jobs.putIfAbsent(job.id(), job);
        if (jobs.size() > MAX_JOBS) {
            jobs.remove(jobs.keySet().iterator().next());
        }
        return held == null ? job : held;
    }

    @Override
    public synchronized Optional<Job> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public synchronized Optional<Job> claim(String id, Instant now, Instant leaseEnd) {
        return find(id).filter(job -> isFree(job, now)).map(job -> {
            Job claimed = new Job(
                    id, job.poster(), Job.State.RUNNING, job.attempt() + 1, job.createdAt(), leaseEnd, job.reason());
            jobs.put(id, claimed);
            return claimed;
        });
    }

    @Override
    public synchronized boolean finish(Job claimed, Job.State outcome, String reason) {
        if (!find(claimed.id()).filter(claimed::equals).isPresent()) {
            return false;
        }
        jobs.put(
                claimed.id(),
                new Job(
                        claimed.id(),
                        claimed.poster(),
                        outcome,
                        claimed.attempt(),
                        claimed.createdAt(),
                        claimed.leaseEnd(),
                        reason));
        return true;
    }

    private static boolean isFree(Job job, Instant now) {
        return job.state() == Job.State.QUEUED
                || job.state() == Job.State.RUNNING && job.leaseEnd().isBefore(now);
    }
}
