package atlas.containers;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Whether this server wants requests: from the moment it listens until it is told to stop. */
final class Readiness implements BooleanSupplier {
    private final CompletableFuture<Instant> since = new CompletableFuture<>();
    private volatile boolean ended;

    void begin(Instant now) {
        since.complete(now);
    }

    void end() {
        ended = true;
    }

    /** When it began. The very first request may come a moment before, and waits. */
    Instant since() {
        return since.join();
    }

    @Override
    public boolean getAsBoolean() {
        return !ended;
    }
}
