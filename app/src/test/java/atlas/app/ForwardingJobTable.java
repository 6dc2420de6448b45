package atlas.app;

import java.time.Instant;
import java.util.Optional;

/** A job table that does what another does; tests override what shall go wrong. */
class ForwardingJobTable implements JobTable {
    private final JobTable table;

    ForwardingJobTable(JobTable table) {
        this.table = table;
    }

    @Override
    public Job putIfAbsent(Job job) {
        return table.putIfAbsent(job);
    }

    @Override
    public Optional<Job> find(String id) {
        return table.find(id);
    }

    @Override
    public Optional<Job> claim(String id, Instant now, Instant leaseEnd) {
        return table.claim(id, now, leaseEnd);
    }

    @Override
    public boolean finish(Job claimed, Job.State outcome, String reason) {
        return table.finish(claimed, outcome, reason);
    }
}
