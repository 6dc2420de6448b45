package atlas.app.local;

import atlas.app.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/** A job queue in memory, gone with the process. */
public final class MemoryJobQueue implements JobQueue {
    /** A job that was handed over so often and never deleted is dropped, as AWS would move it to a dead-letter queue. */
    static final int MAX_RECEIVES = 5;

    private record Message(String jobId, int receives, Instant visibleAt, String receipt) {}

    private final InstantSource clock;
    private final Duration visibilityTimeout;
    private final Deque<Message> messages = new ArrayDeque<>();
    private long receipts;

    public MemoryJobQueue(InstantSource clock, Duration visibilityTimeout) {
        this.clock = clock;
        this.visibilityTimeout = visibilityTimeout;
    }

    @Override
    public synchronized void send(String jobId) {
        messages.add(new Message(jobId, 0, clock.instant(), ""));
        notifyAll();
    }

    @Override
    public synchronized Optional<Delivery> receive(Duration wait) throws InterruptedException {
        Instant deadline = clock.instant().plus(wait);
        while (true) {
            Instant now = clock.instant();
            Optional<Delivery> delivery = takeVisible(now);
            if (delivery.isPresent() || !now.isBefore(deadline)) {
                return delivery;
            }
            wait(Math.max(1, Duration.between(now, earliest(deadline)).toMillis()));
        }
    }

    @Override
    public synchronized void delete(Delivery delivery) {
        messages.removeIf(message -> message.receipt().equals(delivery.receipt()));
    }

    private Optional<Delivery> takeVisible(Instant now) {
        for (Iterator<Message> each = messages.iterator(); each.hasNext(); ) {
            Message message = each.next();
            if (message.visibleAt().isAfter(now)) {
                continue;
            }
            each.remove();
            if (message.receives() < MAX_RECEIVES) {
                String receipt = "receipt-" + ++receipts;
                messages.add(
                        new Message(message.jobId(), message.receives() + 1, now.plus(visibilityTimeout), receipt));
                return Optional.of(new Delivery(message.jobId(), receipt));
            }
        }
        return Optional.empty();
    }

    private Instant earliest(Instant deadline) {
        return messages.stream()
                .map(Message::visibleAt)
                .filter(deadline::isAfter)
                .min(Comparator.naturalOrder())
                .orElse(deadline);
    }
}
