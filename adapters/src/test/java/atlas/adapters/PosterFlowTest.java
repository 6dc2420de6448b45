package atlas.adapters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.IdempotencyConflict;
import atlas.app.Job;
import atlas.app.JobIds;
import atlas.app.JobQueue;
import atlas.app.JobQueue.Delivery;
import atlas.app.JobTable;
import atlas.app.ObjectStore;
import atlas.app.Poster;
import atlas.app.PosterWorker;
import atlas.app.PosterWorker.Outcome;
import atlas.app.Posters;
import atlas.app.Renderer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A poster from order to image, as server and function do it together on AWS. */
@ExtendWith(LocalAws.Shared.class)
class PosterFlowTest {
    private static final Duration VISIBILITY = Duration.ofSeconds(1);
    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    private static final Poster POSTER = new Poster(2, 1, 1, 1, 1, 60);
    private static final Optional<String> KEY = Optional.of("order 7");

    /** What is left of a worker whose process was killed. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final InstantSource clock = InstantSource.system();
    private final LocalAws aws;
    private final ObjectStore objects;
    private final JobTable table;
    private final JobQueue queue;
    private final Posters posters;

    PosterFlowTest(LocalAws aws) {
        this.aws = aws;
        AwsPorts ports = aws.ports();
        objects = ports.objectStore(aws.newBucket());
        table = ports.jobTable(aws.newTable());
        queue = ports.jobQueue(aws.newQueue(VISIBILITY));
        posters = new Posters(table, queue, objects, new JobIds("secret", () -> "unused"), clock);
    }

    @Test
    void makesOnePosterOfTheSameRequestTwice() {
        Job job = posters.submit(POSTER, KEY);
        assertEquals(job, posters.submit(POSTER, KEY));
        assertEquals(Optional.empty(), posters.image(job.id()));

        List<Outcome> outcomes = new ArrayList<>();
        List<String> operations = aws.wire().during(() -> {
            outcomes.add(workOnNextMessage(objects).orElseThrow());
            outcomes.add(workOnNextMessage(objects).orElseThrow());
        });
        assertEquals(List.of(Outcome.DONE, Outcome.ALREADY_DONE), outcomes);
        assertEquals(1, Collections.frequency(operations, "s3:PutObject"));
        assertArrayEquals(Renderer.png(POSTER), posters.image(job.id()).orElseThrow());
    }

    @Test
    void refusesTheKeyOfAnotherPoster() {
        posters.submit(POSTER, KEY);
        assertThrows(IdempotencyConflict.class, () -> posters.submit(new Poster(0, 0, 0, 1, 1, 60), KEY));
    }

    @Test
    void sendsTheMessageAgainThatACrashKeptBack() {
        aws.wire().spoil("sqs:SendMessage", Fault.FORBIDDEN);
        assertThrows(RuntimeException.class, () -> posters.submit(POSTER, KEY));

        posters.submit(POSTER, KEY);
        assertEquals(Optional.of(Outcome.DONE), workOnNextMessage(objects));
    }

    @Test
    void anotherWorkerFinishesWhatAKilledOneBegan() {
        Job job = posters.submit(POSTER, KEY);
        assertThrows(
                Killed.class,
                () -> workOnNextMessage(storing(() -> {
                    throw new Killed();
                })));
        assertEquals(Outcome.HELD, worker(objects, clock).work(job.id()));

        assertEquals(Optional.of(Outcome.DONE), workOnNextMessage(objects));
        assertEquals(2, posters.find(job.id()).orElseThrow().attempt());
        assertArrayEquals(Renderer.png(POSTER), posters.image(job.id()).orElseThrow());
    }

    @Test
    void oneOfTwoRacingWorkersRenders() {
        Job job = posters.submit(POSTER, KEY);

        List<Outcome> outcomes = new ArrayList<>();
        List<String> operations = aws.wire().during(() -> {
            var one = CompletableFuture.supplyAsync(() -> worker(objects, clock).work(job.id()));
            outcomes.add(worker(objects, clock).work(job.id()));
            outcomes.add(one.join());
        });
        assertEquals(1, Collections.frequency(outcomes, Outcome.DONE));
        assertTrue(outcomes.contains(Outcome.HELD) || outcomes.contains(Outcome.ALREADY_DONE), outcomes::toString);
        assertEquals(1, Collections.frequency(operations, "s3:PutObject"));
    }

    @Test
    void theResultOfAWorkerThatWasTooSlowDoesNotCount() {
        Job job = posters.submit(POSTER, KEY);
        InstantSource later = () -> clock.instant().plus(VISIBILITY);
        ObjectStore slow =
                storing(() -> assertEquals(Outcome.DONE, worker(objects, later).work(job.id())));

        assertEquals(Outcome.HELD, worker(slow, clock).work(job.id()));
        Job done = posters.find(job.id()).orElseThrow();
        assertEquals(Job.State.DONE, done.state());
        assertEquals(2, done.attempt());
    }

    private PosterWorker worker(ObjectStore store, InstantSource time) {
        return new PosterWorker(table, store, time, VISIBILITY);
    }

    private Optional<Outcome> workOnNextMessage(ObjectStore store) {
        try {
            Optional<Delivery> delivery = queue.receive(A_MOMENT);
            Optional<Outcome> outcome =
                    delivery.map(each -> worker(store, clock).work(each.jobId()));
            outcome.filter(Outcome::isSettled).ifPresent(settled -> queue.delete(delivery.orElseThrow()));
            return outcome;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A store in which something happens before an image gets there. */
    private ObjectStore storing(Runnable before) {
        return new ObjectStore() {
            @Override
            public void put(String key, byte[] content, String contentType) {
                before.run();
                objects.put(key, content, contentType);
            }

            @Override
            public Optional<byte[]> get(String key) {
                return objects.get(key);
            }

            @Override
            public Optional<Found> get(String key, int maxBytes) {
                return objects.get(key, maxBytes);
            }
        };
    }
}
