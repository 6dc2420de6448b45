package atlas.adapters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.Job;
import atlas.app.JobTable;
import atlas.app.Poster;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every job table promises. */
abstract class JobTableLaws {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456789Z");
    static final Instant LEASE_END = NOON.plusSeconds(120);
    private static final Poster POSTER = new Poster(3, 1, 2, 4, 5, 256);
    static final Job JOB = Job.queued("job-00000001", POSTER, NOON);

    abstract JobTable table();

    @Test
    void keepsTheFirstJobOfAnId() {
        Job other = Job.queued(JOB.id(), new Poster(0, 0, 0, 1, 1, 1), NOON.plusSeconds(9));

        assertEquals(JOB, table().putIfAbsent(JOB));
        assertEquals(JOB, table().putIfAbsent(other));
        assertEquals(Optional.of(JOB), table().find(JOB.id()));
    }

    @Test
    void findsNothingUnderAnUnknownId() {
        assertEquals(Optional.empty(), table().find("job-unknown"));
        assertEquals(Optional.empty(), table().claim("job-unknown", NOON, LEASE_END));
        assertFalse(table().finish(JOB, Job.State.DONE, ""));
        assertEquals(Optional.empty(), table().find("job-unknown"), "asking leaves no row behind");
        assertEquals(Optional.empty(), table().find(JOB.id()), "asking leaves no row behind");
    }

    @Test
    void claimsAQueuedJob() {
        table().putIfAbsent(JOB);

        Job claimed = running(1, LEASE_END);
        assertEquals(Optional.of(claimed), table().claim(JOB.id(), NOON, LEASE_END));
        assertEquals(Optional.of(claimed), table().find(JOB.id()));
    }

    @Test
    void claimsAgainOnlyOnceTheLeaseHasEnded() {
        table().putIfAbsent(JOB);
        table().claim(JOB.id(), NOON, LEASE_END);
        Instant later = LEASE_END.plusSeconds(120);

        assertEquals(Optional.empty(), table().claim(JOB.id(), LEASE_END.minusNanos(1), later));
        assertEquals(Optional.empty(), table().claim(JOB.id(), LEASE_END, later));
        assertEquals(Optional.of(running(2, later)), table().claim(JOB.id(), LEASE_END.plusNanos(1), later));
    }

    @Test
    void finishesAsDone() {
        table().putIfAbsent(JOB);
        Job claimed = table().claim(JOB.id(), NOON, LEASE_END).orElseThrow();

        assertTrue(table().finish(claimed, Job.State.DONE, ""));
        assertEquals(Optional.of(ended(Job.State.DONE, "")), table().find(JOB.id()));
    }

    @Test
    void finishesAsFailedWithTheReason() {
        table().putIfAbsent(JOB);
        Job claimed = table().claim(JOB.id(), NOON, LEASE_END).orElseThrow();

        assertTrue(table().finish(claimed, Job.State.FAILED, "cannot be rendered: no paint"));
        assertEquals(Optional.of(ended(Job.State.FAILED, "cannot be rendered: no paint")), table().find(JOB.id()));
    }

    @Test
    void refusesTheResultOfAnAttemptThatAnotherWorkerTookOver() {
        table().putIfAbsent(JOB);
        Job first = table().claim(JOB.id(), NOON, LEASE_END).orElseThrow();
        Job second = table().claim(JOB.id(), LEASE_END.plusSeconds(1), LEASE_END.plusSeconds(121))
                .orElseThrow();

        assertFalse(table().finish(first, Job.State.FAILED, "too late"));
        assertEquals(Optional.of(second), table().find(JOB.id()));
        assertTrue(table().finish(second, Job.State.DONE, ""));
        assertFalse(table().finish(first, Job.State.FAILED, "too late"));
    }

    @Test
    void claimsNoFinishedJob() {
        table().putIfAbsent(JOB);
        table().finish(table().claim(JOB.id(), NOON, LEASE_END).orElseThrow(), Job.State.DONE, "");

        assertEquals(Optional.empty(), table().claim(JOB.id(), LEASE_END.plusSeconds(9), LEASE_END.plusSeconds(99)));
    }

    @Test
    void letsOneOfManyWorkersWin() throws Exception {
        table().putIfAbsent(JOB);
        var workers = Executors.newFixedThreadPool(8);
        try {
            Callable<Optional<Job>> claim = () -> table().claim(JOB.id(), NOON, LEASE_END);
            List<Job> won = IntStream.range(0, 16).mapToObj(any -> workers.submit(claim)).toList().stream()
                    .map(JobTableLaws::get)
                    .flatMap(Optional::stream)
                    .toList();

            assertEquals(List.of(running(1, LEASE_END)), won);
        } finally {
            workers.shutdown();
        }
    }

    private static Job running(int attempt, Instant leaseEnd) {
        return new Job(JOB.id(), POSTER, Job.State.RUNNING, attempt, NOON, leaseEnd, "");
    }

    private static Job ended(Job.State state, String reason) {
        return new Job(JOB.id(), POSTER, state, 1, NOON, LEASE_END, reason);
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
