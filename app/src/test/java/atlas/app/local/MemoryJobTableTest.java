package atlas.app.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.Job;
import atlas.app.Poster;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryJobTableTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LEASE_END = NOW.plusSeconds(60);
    private static final Job JOB = Job.queued("job-0001", new Poster(0, 0, 0, 1, 1, 5), NOW);

    private final MemoryJobTable table = new MemoryJobTable();

    @Test
    void keepsTheFirstOfTwoJobsWithOneId() {
        assertEquals(JOB, table.putIfAbsent(JOB));
        assertEquals(JOB, table.putIfAbsent(Job.queued(JOB.id(), new Poster(1, 0, 0, 1, 1, 5), NOW)));
        assertEquals(Optional.of(JOB), table.find(JOB.id()));
    }

    @Test
    void handsAQueuedJobToOneWorker() {
        table.putIfAbsent(JOB);
        Job claimed = table.claim(JOB.id(), NOW, LEASE_END).orElseThrow();
        assertEquals(new Job(JOB.id(), JOB.poster(), Job.State.RUNNING, 1, NOW, LEASE_END, ""), claimed);
        assertEquals(Optional.empty(), table.claim(JOB.id(), NOW, LEASE_END));
        assertEquals(Optional.empty(), table.claim(JOB.id(), LEASE_END, LEASE_END.plusSeconds(60)));
    }

    @Test
    void handsARunningJobToAnotherWorkerAfterItsLease() {
        table.putIfAbsent(JOB);
        Job first = table.claim(JOB.id(), NOW, LEASE_END).orElseThrow();
        Job second = table.claim(JOB.id(), LEASE_END.plusMillis(1), LEASE_END.plusSeconds(60))
                .orElseThrow();
        assertEquals(2, second.attempt());
        assertFalse(table.finish(first, Job.State.DONE, ""));
        assertTrue(table.finish(second, Job.State.DONE, ""));
    }

    @Test
    void finishesAnAttemptOnce() {
        table.putIfAbsent(JOB);
        Job claimed = table.claim(JOB.id(), NOW, LEASE_END).orElseThrow();
        assertTrue(table.finish(claimed, Job.State.FAILED, "no room"));
        assertEquals("no room", table.find(JOB.id()).orElseThrow().reason());
        assertFalse(table.finish(claimed, Job.State.DONE, ""));
        assertEquals(Optional.empty(), table.claim(JOB.id(), LEASE_END.plusSeconds(1), LEASE_END));
    }

    @Test
    void claimsAndFinishesNothingUnderAnUnknownId() {
        assertEquals(Optional.empty(), table.claim(JOB.id(), NOW, LEASE_END));
        assertFalse(table.finish(JOB, Job.State.DONE, ""));
    }

    @Test
    void forgetsTheOldestJobBeyondItsBound() {
        for (int i = 0; i <= MemoryJobTable.MAX_JOBS; i++) {
            table.putIfAbsent(Job.queued("job-%05d".formatted(i), JOB.poster(), NOW));
        }
        assertEquals(Optional.empty(), table.find("job-00000"));
        assertTrue(table.find("job-00001").isPresent());
        assertTrue(table.find("job-%05d".formatted(MemoryJobTable.MAX_JOBS)).isPresent());
    }
}
