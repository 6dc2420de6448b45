package atlas.containers;

import atlas.app.Renderer;
import atlas.app.Tile;
import atlas.app.TileRenderer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Renders, but not before it is let go. */
final class HeldRenderer implements TileRenderer {
    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public Rendering render(Tile tile) {
        begun.release();
        try {
            if (!released.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let the renderer go");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Renderer.render(tile);
    }

    /** Returns once one more tile has begun. */
    void awaitBegun() throws InterruptedException {
        if (!begun.tryAcquire(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no tile was begun");
        }
    }

    /** How many tiles were begun besides those awaited. */
    int othersBegun() {
        return begun.availablePermits();
    }

    void release() {
        released.countDown();
    }
}
