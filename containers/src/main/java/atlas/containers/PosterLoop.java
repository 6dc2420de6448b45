package atlas.containers;

import atlas.app.JobQueue;
import atlas.app.JobQueue.Delivery;
import atlas.app.PosterWorker;
import atlas.http.JsonLog;
import atlas.http.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Takes posters from the queue and renders them, one at a time, until told to stop. */
final class PosterLoop {
    /** As long as a queue on AWS waits in one call: the fewest calls while idle. */
    private static final Duration LONG_POLL = Duration.ofSeconds(20);

    private final JobQueue queue;
    private final PosterWorker worker;
    private final Outage outage;
    private final JsonLog log;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ReentrantLock working = new ReentrantLock();

    /** @param outage what it does while the queue or the table is out of reach, or this server lacks a permission */
    PosterLoop(JobQueue queue, PosterWorker worker, Outage outage, JsonLog log) {
        this.queue = queue;
        this.worker = worker;
        this.outage = outage;
        this.log = log;
    }

    void start() {
        Thread thread = new Thread(this::run, "posters");
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins no other poster. One that is handed over from now on is left to come back to another worker. */
    void stop() {
        stopped.countDown();
    }

    /**
     * Waits for the poster in progress.
     *
     * @return false if it takes longer than {@code bound}; its message then comes back to another worker as well
     */
    boolean awaitEnd(Duration bound) throws InterruptedException {
        return working.tryLock(bound.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            while (!isStopped()) {
                takeOne();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeOne() throws InterruptedException {
        try {
            queue.receive(LONG_POLL).ifPresent(this::work);
            outage.end();
        } catch (RuntimeException | Error failure) {
            // also an Error: without its worker the queue would fill while the server looks well
            log.write(Level.ERROR, outage.report(failure));
            stopped.await(outage.pause().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void work(Delivery delivery) {
        working.lock();
        try {
            if (!isStopped() && worker.work(delivery.jobId()).isSettled()) {
                queue.delete(delivery);
            }
        } finally {
            working.unlock();
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
