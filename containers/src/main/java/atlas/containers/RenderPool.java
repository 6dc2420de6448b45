package atlas.containers;

import atlas.app.Overloaded;
import atlas.app.Tile;
import atlas.app.TileRenderer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Renders a few tiles at once, best as many as there are cores. A bounded number of others wait; beyond it a tile is
 * refused at once, so that a flood of requests neither fills the memory nor makes everybody wait.
 */
final class RenderPool implements TileRenderer, AutoCloseable {
    private final TileRenderer renderer;
    private final Duration patience;
    private final ThreadPoolExecutor threads;

    /**
     * @param threads how many tiles are rendered at once, at least 1
     * @param backlog how many others may wait, at least 1
     * @param patience after how long a tile is given up, as whoever asked for it has gone
     */
    RenderPool(TileRenderer renderer, int threads, int backlog, Duration patience) {
        this.renderer = renderer;
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(backlog),
                task -> new Thread(task, "render"));
    }

    @Override
    public Rendering render(Tile tile) {
        Future<Rendering> rendering = submit(tile);
        try {
            return rendering.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLate) {
            rendering.cancel(false);
            throw new Overloaded();
        } catch (ExecutionException e) {
            throw new IllegalStateException("tile could not be rendered: " + tile, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a tile was rendered: " + tile, e);
        }
    }

    private Future<Rendering> submit(Tile tile) {
        try {
            return threads.submit(() -> renderer.render(tile));
        } catch (RejectedExecutionException full) {
            throw new Overloaded();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
