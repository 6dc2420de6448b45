package atlas.compare.measure.here;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A process of ours, and what it prints. It is told to end, and made to if it does not listen. */
final class Child implements AutoCloseable {
    /** Lambda gives an initialisation ten seconds; a busy machine gets more. */
    private static final Duration START = Duration.ofSeconds(60);

    private static final Duration END = Duration.ofSeconds(3);
    /** Of what it printed so many lines are kept, to tell what went wrong. */
    private static final int KEPT = 5;

    private final long startedNanos;
    private final Process process;
    private final Consumer<String> listener;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Deque<String> last = new ArrayDeque<>();

    private Child(ProcessBuilder command, Consumer<String> listener) throws IOException {
        this.listener = listener;
        startedNanos = System.nanoTime();
        process = command.redirectErrorStream(true).start();
        var reader = new Thread(this::read, "output of a child");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * @param listener is told each line that it prints
     * @param cleanup ends it, if nobody else has
     */
    static Child start(ProcessBuilder command, Consumer<String> listener, Cleanup cleanup) throws IOException {
        return cleanup.make(() -> new Child(command, listener), Child::close);
    }

    /**
     * Waits for a sign of it. Without one, it is ended.
     *
     * @throws IOException if the sign is bad news, or it ends before, or a minute passes
     */
    <T> T await(CompletableFuture<T> sign) throws IOException, InterruptedException {
        ended.thenRun(() -> sign.completeExceptionally(new IOException("it ended, with " + printed())));
        try {
            return sign.get(START.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException badNews) {
            close();
            throw new IOException("it did not start: " + badNews.getCause().getMessage());
        } catch (TimeoutException late) {
            close();
            throw new IOException("it did not start within %d s, with %s".formatted(START.toSeconds(), printed()));
        }
    }

    /** When it was started, by {@link System#nanoTime}. */
    long startedNanos() {
        return startedNanos;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(END.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized String printed() {
        return last.isEmpty() ? "no word" : String.join(" | ", last);
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                keep(line);
                listener.accept(line);
            }
        } catch (IOException closed) {
            keep("(broken off)");
        }
        ended.complete(null);
    }

    private synchronized void keep(String line) {
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.add(line);
    }
}
