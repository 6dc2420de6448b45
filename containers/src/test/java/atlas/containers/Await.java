package atlas.containers;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Looks again and again, for what another process or thread will have done soon. */
final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Await() {}

    static void until(String what, Callable<Boolean> reached) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!reached.call()) {
            if (Instant.now().isAfter(deadline)) {
                fail("waited %d s for %s".formatted(PATIENCE.toSeconds(), what));
            }
            Thread.sleep(10);
        }
    }
}
