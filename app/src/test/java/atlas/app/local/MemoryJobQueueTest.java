package atlas.app.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import atlas.app.JobQueue.Delivery;
import atlas.app.ManualClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MemoryJobQueueTest {
    private static final Duration VISIBILITY = Duration.ofSeconds(30);

    private final ManualClock clock = new ManualClock();
    private final MemoryJobQueue queue = new MemoryJobQueue(clock, VISIBILITY);

    @Test
    void handsOutJobsInTheirOrder() throws InterruptedException {
        queue.send("job-0001");
        queue.send("job-0002");
        assertEquals("job-0001", receive().jobId());
        assertEquals("job-0002", receive().jobId());
        assertEquals(Optional.empty(), queue.receive(Duration.ZERO));
    }

    @Test
    void handsOutAgainWhatIsNotDeletedInTime() throws InterruptedException {
        queue.send("job-0001");
        Delivery first = receive();
        clock.advance(VISIBILITY.minusMillis(1));
        assertEquals(Optional.empty(), queue.receive(Duration.ZERO));
        clock.advance(Duration.ofMillis(1));
        Delivery second = receive();
        assertEquals("job-0001", second.jobId());
        assertNotEquals(first.receipt(), second.receipt());
    }

    @Test
    void forgetsWhatIsDeleted() throws InterruptedException {
        queue.send("job-0001");
        queue.delete(receive());
        clock.advance(VISIBILITY);
        assertEquals(Optional.empty(), queue.receive(Duration.ZERO));
    }

    @Test
    void doesNotDeleteByTheReceiptOfAnEarlierHandOver() throws InterruptedException {
        queue.send("job-0001");
        Delivery late = receive();
        clock.advance(VISIBILITY);
        receive();
        queue.delete(late);
        clock.advance(VISIBILITY);
        assertEquals("job-0001", receive().jobId());
    }

    @Test
    void dropsWhatNobodyEverFinishes() throws InterruptedException {
        queue.send("job-0001");
        for (int i = 0; i < MemoryJobQueue.MAX_RECEIVES; i++) {
            assertEquals("job-0001", receive().jobId());
            clock.advance(VISIBILITY);
        }
        assertEquals(Optional.empty(), queue.receive(Duration.ZERO));
    }

    @Test
    void wakesAWorkerThatWaits() throws Exception {
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return queue.receive(Duration.ofSeconds(60)).orElseThrow().jobId();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        queue.send("job-0001");
        assertEquals("job-0001", waiting.get(60, TimeUnit.SECONDS));
    }

    @Test
    void waitsForAMessageToBecomeVisible() throws InterruptedException {
        var real = new MemoryJobQueue(InstantSource.system(), Duration.ofMillis(20));
        real.send("job-0001");
        real.receive(Duration.ZERO).orElseThrow();
        assertEquals(
                "job-0001", real.receive(Duration.ofSeconds(60)).orElseThrow().jobId());
    }

    @Test
    void givesUpWaitingAtTheDeadline() throws InterruptedException {
        var real = new MemoryJobQueue(InstantSource.system(), VISIBILITY);
        assertEquals(Optional.empty(), real.receive(Duration.ofMillis(5)));
    }

    private Delivery receive() throws InterruptedException {
        return queue.receive(Duration.ZERO).orElseThrow();
    }
}
