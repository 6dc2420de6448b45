package atlas.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.JobQueue.Delivery;
import atlas.app.PosterWorker.Outcome;
import atlas.app.local.MemoryJobQueue;
import atlas.app.local.MemoryJobTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PosterWorkerTest {
    private static final Poster POSTER = new Poster(2, 1, 1, 2, 1, 60);
    private static final Duration VISIBILITY = Duration.ofSeconds(100);
    private static final String ID = "job-0001";

    /** A worker is killed: nothing it would have done next happens. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final ManualClock clock = new ManualClock();
    private final MemoryJobTable table = new MemoryJobTable();
    private final MemoryObjects objects = new MemoryObjects();
    private final MemoryJobQueue queue = new MemoryJobQueue(clock, VISIBILITY);
    private final Posters posters = new Posters(table, queue, objects, new JobIds("s", () -> ID), clock);
    private final PosterWorker worker = worker();

    private PosterWorker worker() {
        return new PosterWorker(table, objects, clock, VISIBILITY);
    }

    @Test
    void storesTheImageAndMarksTheJobDone() {
        posters.submit(POSTER, Optional.empty());
        assertEquals(Outcome.DONE, worker.work(ID));
        assertArrayEquals(Renderer.png(POSTER), posters.image(ID).orElseThrow());
        assertEquals(Job.State.DONE, posters.find(ID).orElseThrow().state());
    }

    @Test
    void takesAnOrderAndWorksOnItAtOnce() {
        assertEquals(Outcome.DONE, worker.work(ID, POSTER));
        assertArrayEquals(Renderer.png(POSTER), posters.image(ID).orElseThrow());
        assertEquals(Outcome.ALREADY_DONE, worker.work(ID, POSTER));
        assertEquals(1, objects.puts());
    }

    @Test
    void leavesAnOrderToTheWorkerThatHoldsItUntilThatOneIsKilled() {
        objects.beforePut(() -> {
            throw new Killed();
        });
        assertThrows(Killed.class, () -> worker.work(ID, POSTER));
        objects.beforePut(() -> {});

        assertEquals(Outcome.HELD, worker.work(ID, POSTER));
        clock.advance(VISIBILITY);
        assertEquals(Outcome.DONE, worker.work(ID, POSTER));
    }

    @Test
    void refusesAnOrderUnderTheIdOfAnother() {
        worker.work(ID, POSTER);
        assertThrows(IdempotencyConflict.class, () -> worker.work(ID, new Poster(2, 1, 1, 1, 1, 60)));
        assertArrayEquals(Renderer.png(POSTER), posters.image(ID).orElseThrow());
    }

    @Test
    void rendersOnceHoweverOftenItIsAsked() {
        posters.submit(POSTER, Optional.empty());
        assertEquals(Outcome.DONE, worker.work(ID));
        assertEquals(Outcome.ALREADY_DONE, worker.work(ID));
        assertEquals(Outcome.ALREADY_DONE, worker().work(ID));
        assertEquals(1, objects.puts());
    }

    @Test
    void doesNotKnowAJobWithoutARow() {
        assertEquals(Outcome.UNKNOWN, worker.work("job-0002"));
    }

    @Test
    void leavesAJobToTheWorkerThatHoldsIt() {
        posters.submit(POSTER, Optional.empty());
        objects.beforePut(() -> {
            objects.beforePut(() -> {});
            assertEquals(Outcome.HELD, worker().work(ID));
        });
        assertEquals(Outcome.DONE, worker.work(ID));
        assertEquals(1, objects.puts());
    }

    @Test
    void deletesTheMessageOfAJobThatIsOver() {
        assertEquals(
                List.of(Outcome.DONE, Outcome.ALREADY_DONE, Outcome.FAILED),
                List.of(Outcome.values()).stream().filter(Outcome::isSettled).toList());
    }

    /** Before the image is stored, and after it: the job is done either way, by the message that comes back. */
    @Test
    void anotherWorkerFinishesWhatAKilledOneBegan() throws InterruptedException {
        posters.submit(POSTER, Optional.empty());
        objects.beforePut(() -> {
            throw new Killed();
        });
        assertThrows(Killed.class, this::workOnNextMessage);
        assertEquals(Optional.empty(), workOnNextMessage());
        assertEquals(Outcome.HELD, worker.work(ID));

        clock.advance(VISIBILITY);
        objects.beforePut(() -> {});
        assertEquals(Optional.of(Outcome.DONE), workOnNextMessage());
        assertEquals(2, posters.find(ID).orElseThrow().attempt());
        assertArrayEquals(Renderer.png(POSTER), posters.image(ID).orElseThrow());

        clock.advance(VISIBILITY);
        assertEquals(Optional.empty(), workOnNextMessage());
    }

    @Test
    void anotherWorkerFinishesWhenOneIsKilledBetweenImageAndRow() {
        posters.submit(POSTER, Optional.empty());
        JobTable deadly = new ForwardingJobTable(table) {
            @Override
            public boolean finish(Job claimed, Job.State outcome, String reason) {
                throw new Killed();
            }
        };
        assertThrows(Killed.class, () -> new PosterWorker(deadly, objects, clock, VISIBILITY).work(ID));
        assertEquals(Optional.empty(), posters.image(ID));

        clock.advance(VISIBILITY);
        assertEquals(Outcome.DONE, worker.work(ID));
        assertArrayEquals(Renderer.png(POSTER), posters.image(ID).orElseThrow());
    }

    @Test
    void aWorkerThatWasTooSlowDoesNotCount() {
        posters.submit(POSTER, Optional.empty());
        objects.beforePut(() -> {
            objects.beforePut(() -> {});
            clock.advance(VISIBILITY);
            assertEquals(Outcome.DONE, worker().work(ID));
        });
        assertEquals(Outcome.HELD, worker.work(ID));
        Job job = posters.find(ID).orElseThrow();
        assertEquals(Job.State.DONE, job.state());
        assertEquals(2, job.attempt());
    }

    @Test
    void givesUpAJobThatKeepsKillingItsWorkers() {
        posters.submit(POSTER, Optional.empty());
        objects.beforePut(() -> {
            throw new Killed();
        });
        for (int attempt = 1; attempt <= PosterWorker.MAX_ATTEMPTS; attempt++) {
            assertThrows(Killed.class, () -> worker.work(ID));
            clock.advance(VISIBILITY);
        }
        assertEquals(Outcome.FAILED, worker.work(ID));
        Job job = posters.find(ID).orElseThrow();
        assertEquals(Job.State.FAILED, job.state());
        assertEquals("given up after 3 attempts", job.reason());
        assertEquals(Outcome.ALREADY_DONE, worker.work(ID));
    }

    @Test
    void ofManyWorkersAtOnceExactlyOneRenders() throws Exception {
        posters.submit(POSTER, Optional.empty());
        int workers = 8;
        var start = new CyclicBarrier(workers);
        List<Callable<Outcome>> rivals = Collections.nCopies(workers, () -> {
            start.await();
            return worker().work(ID);
        });
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> outcome : threads.invokeAll(rivals, 60, TimeUnit.SECONDS)) {
                outcomes.add(outcome.get());
            }
            assertEquals(1, Collections.frequency(outcomes, Outcome.DONE));
            assertFalse(outcomes.contains(Outcome.UNKNOWN));
            assertEquals(1, objects.puts());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void manyWorkersOnOneQueueMakeEachPosterOnce() throws Exception {
        int jobs = 40;
        var counter = new AtomicInteger();
        var ids = new JobIds("s", () -> "job-%04d".formatted(counter.incrementAndGet()));
        var orders = new Posters(table, queue, objects, ids, clock);
        for (int i = 0; i < jobs; i++) {
            String id = orders.submit(POSTER, Optional.empty()).id();
            queue.send(id);
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Void>> all =
                    threads.invokeAll(Collections.nCopies(4, this::workUntilTheQueueIsEmpty), 60, TimeUnit.SECONDS);
            for (Future<Void> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(jobs, objects.puts());
        for (int i = 1; i <= jobs; i++) {
            assertTrue(posters.image("job-%04d".formatted(i)).isPresent());
        }
    }

    private Void workUntilTheQueueIsEmpty() throws InterruptedException {
        PosterWorker each = worker();
        for (Optional<Delivery> next = queue.receive(Duration.ZERO); next.isPresent(); ) {
            if (each.work(next.get().jobId()).isSettled()) {
                queue.delete(next.get());
            }
            next = queue.receive(Duration.ZERO);
        }
        return null;
    }

    private Optional<Outcome> workOnNextMessage() throws InterruptedException {
        Optional<Delivery> delivery = queue.receive(Duration.ZERO);
        Optional<Outcome> outcome = delivery.map(each -> worker.work(each.jobId()));
        outcome.filter(Outcome::isSettled).ifPresent(settled -> queue.delete(delivery.orElseThrow()));
        return outcome;
    }
}
