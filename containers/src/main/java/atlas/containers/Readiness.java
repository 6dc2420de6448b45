package atlas.containers;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Whether this server wants requests: from the moment it listens until it is told to stop. */
final class Readiness implements BooleanSupplier {
    private volatile Instant since = Instant.MAX;
    private volatile boolean ended;

    void begin(Instant now) {
        since = now;
    }

    void end() {
        ended = true;
    }

    /** When it began. */
    Instant since() {
        return since;
    }

    @Override
    public boolean getAsBoolean() {
        return !ended;
    }
}
