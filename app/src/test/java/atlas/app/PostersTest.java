package atlas.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.app.JobQueue.Delivery;
import atlas.app.local.MemoryJobQueue;
import atlas.app.local.MemoryJobTable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PostersTest {
    private static final Poster POSTER = new Poster(1, 0, 0, 1, 1, 10);
    private static final Poster OTHER = new Poster(1, 1, 0, 1, 1, 10);
    private static final Optional<String> KEY = Optional.of("order-1");

    private final ManualClock clock = new ManualClock();
    private final MemoryJobTable table = new MemoryJobTable();
    private final MemoryJobQueue queue = new MemoryJobQueue(clock, Duration.ofSeconds(120));
    private final MemoryObjects objects = new MemoryObjects();
    private final AtomicInteger counter = new AtomicInteger();
    private final JobIds ids = new JobIds("a secret", () -> "job-000" + counter.incrementAndGet());
    private final Posters posters = new Posters(table, queue, objects, ids, clock);

    @Test
    void writesTheRowThenTheMessage() throws InterruptedException {
        Job job = posters.submit(POSTER, Optional.empty());
        assertEquals(Job.queued("job-0001", POSTER, clock.instant()), job);
        assertEquals(Optional.of(job), posters.find("job-0001"));
        assertEquals(Optional.of("job-0001"), received());
        assertEquals(Optional.empty(), received());
    }

    @Test
    void sendsNoMessageWhenTheRowCannotBeWritten() throws InterruptedException {
        JobTable broken = new ForwardingJobTable(table) {
            @Override
            public Job putIfAbsent(Job job) {
                throw new IllegalStateException("the table is out of reach");
            }
        };
        var orders = new Posters(broken, queue, objects, ids, clock);
        assertThrows(IllegalStateException.class, () -> orders.submit(POSTER, Optional.empty()));
        assertEquals(Optional.empty(), received());
    }

    @Test
    void makesEveryOrderWithoutAKeyAJobOfItsOwn() {
        assertEquals("job-0001", posters.submit(POSTER, Optional.empty()).id());
        assertEquals("job-0002", posters.submit(POSTER, Optional.empty()).id());
    }

    @Test
    void takesTheSameKeyAndPosterForTheSameJob() {
        Job first = posters.submit(POSTER, KEY);
        clock.advance(Duration.ofMinutes(5));
        assertEquals(first, posters.submit(new Poster(1, 0, 0, 1, 1, 10), KEY));
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherPoster() {
        posters.submit(POSTER, KEY);
        var refused = assertThrows(IdempotencyConflict.class, () -> posters.submit(OTHER, KEY));
        assertEquals(
                "this idempotency key was used for another poster; send a new key with a new poster",
                refused.getMessage());
    }

    /** The process died between the two writes, and its client tries again. */
    @Test
    void healsACrashBetweenRowAndMessage() throws InterruptedException {
        table.putIfAbsent(Job.queued(ids.ofKey("order-1"), POSTER, clock.instant()));
        assertEquals(Optional.empty(), received());
        Job job = posters.submit(POSTER, KEY);
        assertEquals(Optional.of(job.id()), received());
    }

    @Test
    void sendsNoSecondMessageForAJobThatIsWorkedOn() throws InterruptedException {
        Job job = posters.submit(POSTER, KEY);
        assertEquals(Optional.of(job.id()), received());
        table.claim(job.id(), clock.instant(), clock.instant().plusSeconds(60)).orElseThrow();
        assertEquals(Job.State.RUNNING, posters.submit(POSTER, KEY).state());
        assertEquals(Optional.empty(), received());
    }

    @Test
    void hasTheImageOnceTheJobIsDone() {
        Job job = posters.submit(POSTER, Optional.empty());
        assertEquals(Optional.empty(), posters.image(job.id()));
        Job claimed = table.claim(job.id(), clock.instant(), clock.instant()).orElseThrow();
        objects.put(job.imageKey(), new byte[] {1, 2}, "image/png");
        assertEquals(Optional.empty(), posters.image(job.id()));
        table.finish(claimed, Job.State.DONE, "");
        assertArrayEquals(new byte[] {1, 2}, posters.image(job.id()).orElseThrow());
    }

    @Test
    void findsNothingUnderWhatIsNoId() {
        assertEquals(Optional.empty(), posters.find("job-0001"));
        assertEquals(Optional.empty(), posters.find("../job"));
        assertEquals(Optional.empty(), posters.image("job-0001"));
    }

    private Optional<String> received() throws InterruptedException {
        return queue.receive(Duration.ZERO).map(Delivery::jobId);
    }
}
