package atlas.compare.measure.here;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * What a run starts and makes on this machine and must not leave behind: processes, containers, folders. The last comes
 * first, when the run ends, and likewise when Ctrl-C ends the JVM.
 */
final class Cleanup implements AutoCloseable {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Thread hook = new Thread(this::run, "cleanup");
    private boolean over;

    Cleanup() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Makes something and remembers how to undo it, or does neither if the run is over. */
    synchronized <T> T make(Maker<T> maker, Consumer<T> undo) throws IOException {
        if (over) {
            throw new IOException("the run is over");
        }
        T made = maker.make();
        tasks.push(() -> undo.accept(made));
        return made;
    }

    Path folder() throws IOException {
        return make(() -> Files.createTempDirectory("atlas-measure-"), Folders::delete);
    }

    /** Makes what needs undoing. */
    @FunctionalInterface
    interface Maker<T> {
        T make() throws IOException;
    }

    /** Never returns once Ctrl-C has ended the run: what fails then fails because of that, and is no result. */
    void awaitEndIfOver() throws InterruptedException {
        if (isOver()) {
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    private synchronized boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        run();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // the hook runs, and finds nothing left to do
        }
    }

    private synchronized void run() {
        over = true;
        while (!tasks.isEmpty()) {
            tasks.pop().run();
        }
    }
}
