package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.Job;
import atlas.app.JobQueue;
import atlas.app.ObjectStore;
import atlas.app.Poster;
import atlas.app.PosterWorker;
import atlas.app.local.MemoryJobQueue;
import atlas.app.local.MemoryJobTable;
import atlas.http.JsonLog;
import atlas.http.Level;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PosterLoopTest {
    private static final String FAILING = "failing-job";
    private static final Poster POSTER = new Poster(1, 0, 0, 1, 1, 10);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final InstantSource clock = InstantSource.system();
    private final MemoryJobTable table = new MemoryJobTable();
    private final MemoryJobQueue queue = new MemoryJobQueue(clock, LEASE);
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final CountDownLatch storing = new CountDownLatch(1);
    private final CountDownLatch mayStore = new CountDownLatch(1);
    private PosterLoop loop;

    @AfterEach
    void stop() {
        mayStore.countDown();
        loop.stop();
    }

    @Test
    void worksOffOneJobAfterTheOther() throws Exception {
        start(queue);
        mayStore.countDown();
        order("first-job");
        order("second-job");
        awaitDone("first-job");
        awaitDone("second-job");
    }

    @Test
    void leavesTheMessageOfAJobThatAnotherWorkerHolds() throws Exception {
        order("held-job");
        Instant now = clock.instant();
        table.claim("held-job", now, now.plus(LEASE)).orElseThrow();
        var deleted = new AtomicInteger();
        var handedOver = new CountDownLatch(2);
        start(new Watched(queue, handedOver, deleted));
        handedOver.await();
        assertEquals(0, deleted.get());
    }

    @Test
    void logsAFailureAndGoesOnToTheNextJob() throws Exception {
        start(queue);
        mayStore.countDown();
        order(FAILING);
        Await.until("the failure in the log", () -> log.toString().contains("no poster could be worked on"));
        assertTrue(log.toString().contains("the disk is full"), log::toString);
        order("second-job");
        awaitDone("second-job");
    }

    @Test
    void goesOnOnceTheQueueIsBack() throws Exception {
        mayStore.countDown();
        order("first-job");
        start(new OutOfReach(queue, new AtomicInteger(20)));
        awaitDone("first-job");
        List<String> lines = log.toString().lines().toList();
        assertEquals(20, lines.size(), log::toString);
        assertTrue(lines.get(0).contains("\"exception\":"), lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            assertTrue(line.endsWith("\"reason\":\"java.lang.IllegalStateException: no queue\"}"), line);
        }
    }

    @Test
    void waitsForThePosterInProgress() throws Exception {
        start(queue);
        order("first-job");
        storing.await();
        loop.stop();
        assertFalse(loop.awaitEnd(SHORT));
        mayStore.countDown();
        assertTrue(loop.awaitEnd(LONG));
        assertEquals(Job.State.DONE, table.find("first-job").orElseThrow().state());
    }

    @Test
    void beginsNoPosterOnceStopped() throws Exception {
        start(queue);
        order("first-job");
        storing.await();
        order("second-job");
        loop.stop();
        mayStore.countDown();
        assertTrue(loop.awaitEnd(LONG));
        assertEquals(Job.State.QUEUED, table.find("second-job").orElseThrow().state());
        assertEquals("second-job", queue.receive(Duration.ZERO).orElseThrow().jobId());
    }

    private void start(JobQueue jobs) {
        var worker = new PosterWorker(table, new Gate(), clock, LEASE);
        loop = new PosterLoop(
                jobs,
                worker,
                new Outage(SHORT, SHORT),
                new JsonLog("test", Level.INFO, clock, new PrintStream(log, true)));
        loop.start();
    }

    private void order(String id) {
        table.putIfAbsent(Job.queued(id, POSTER, clock.instant()));
        queue.send(id);
    }

    private void awaitDone(String id) throws Exception {
        Await.until(id, () -> table.find(id).orElseThrow().state() == Job.State.DONE);
    }

    /** Stores nothing, and not before it may. */
    private final class Gate implements ObjectStore {
        @Override
        public void put(String key, byte[] content, String contentType) {
            if (key.contains(FAILING)) {
                throw new IllegalStateException("the disk is full");
            }
            storing.countDown();
            try {
                mayStore.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.empty();
        }

        @Override
        public Optional<Found> get(String key, int maxBytes) {
            return Optional.empty();
        }
    }

    private record OutOfReach(JobQueue queue, AtomicInteger times) implements JobQueue {
        @Override
        public void send(String jobId) {
            queue.send(jobId);
        }

        @Override
        public Optional<Delivery> receive(Duration wait) throws InterruptedException {
            if (times.getAndDecrement() > 0) {
                throw new IllegalStateException("no queue");
            }
            return queue.receive(wait);
        }

        @Override
        public void delete(Delivery delivery) {
            queue.delete(delivery);
        }
    }

    private record Watched(JobQueue queue, CountDownLatch asked, AtomicInteger deleted) implements JobQueue {
        @Override
        public void send(String jobId) {
            queue.send(jobId);
        }

        @Override
        public Optional<Delivery> receive(Duration wait) throws InterruptedException {
            asked.countDown();
            return queue.receive(wait);
        }

        @Override
        public void delete(Delivery delivery) {
            deleted.incrementAndGet();
        }
    }
}
