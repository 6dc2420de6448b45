package atlas.compare.measure.here;

import atlas.compare.measure.load.TileSource;
import java.io.IOException;

/** The app in a process of its own that is ready for requests. */
interface RunningApp extends TileSource, AutoCloseable {
    /**
     * The text at a path, such as {@code /health}.
     *
     * @throws IOException if there is no answer, or not 200
     */
    String text(String path) throws IOException, InterruptedException;

    /** Of the process that does the work. */
    long pid();

    /** When it was started, by {@link System#nanoTime}. */
    long startedNanos();

    /** When it said that it was ready. */
    long readyNanos();

    @Override
    void close();
}
