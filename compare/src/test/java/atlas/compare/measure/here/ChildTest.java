package atlas.compare.measure.here;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChildTest {
    private final Cleanup cleanup = new Cleanup();

    @AfterEach
    void end() {
        cleanup.close();
    }

    @Test
    void tellsWhatItPrints() throws IOException, InterruptedException {
        var sign = new CompletableFuture<String>();
        Child child = shell("echo one; echo two; exec sleep 60", line -> {
            if (line.equals("two")) {
                sign.complete(line);
            }
        });

        assertEquals("two", child.await(sign));
        assertTrue(child.startedNanos() < System.nanoTime());
    }

    @Test
    void saysWhatItPrintedWhenItEndsTooSoon() throws IOException {
        Child child = shell("echo no room >&2; exit 1", line -> {});

        var failure = assertThrows(IOException.class, () -> child.await(new CompletableFuture<String>()));

        assertEquals("it did not start: it ended, with no room", failure.getMessage());
    }

    @Test
    void endsWithTheRun() throws IOException {
        Child child = shell("exec sleep 60", line -> {});
        cleanup.close();

        assertFalse(ProcessHandle.of(child.pid()).map(ProcessHandle::isAlive).orElse(false));
    }

    /** One that does not listen is ended all the same. */
    @Test
    void endsEvenWhenItDoesNotWantTo() throws IOException, InterruptedException {
        var sign = new CompletableFuture<String>();
        Child child =
                shell("trap '' TERM; echo deaf; while true; do read -t 1 nothing <> /dev/zero; done", sign::complete);
        child.await(sign);

        child.close();

        assertFalse(ProcessHandle.of(child.pid()).map(ProcessHandle::isAlive).orElse(false));
    }

    private Child shell(String script, Consumer<String> listener) throws IOException {
        return Child.start(new ProcessBuilder(List.of("bash", "-c", script)), listener, cleanup);
    }
}
