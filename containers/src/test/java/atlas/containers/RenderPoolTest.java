package atlas.containers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.app.Overloaded;
import atlas.app.Renderer;
import atlas.app.Tile;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RenderPoolTest {
    private static final Tile TILE = new Tile(1, 0, 1, 50);
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void rendersWhatItsRendererRenders() {
        try (var pool = new RenderPool(Renderer::render, 2, 2, LONG)) {
            assertArrayEquals(Renderer.png(TILE), pool.render(TILE).png());
        }
    }

    @Test
    void givesUpATileThatTakesTooLong() {
        var renderer = new HeldRenderer();
        try (var pool = new RenderPool(renderer, 1, 1, Duration.ofMillis(20))) {
            assertThrows(Overloaded.class, () -> pool.render(TILE));
            renderer.release();
        }
    }

    @Test
    void startsNoTileThatWasGivenUpWhileItWaited() throws InterruptedException {
        var renderer = new HeldRenderer();
        try (var pool = new RenderPool(renderer, 1, 1, Duration.ofMillis(20))) {
            assertThrows(Overloaded.class, () -> pool.render(TILE));
            assertThrows(Overloaded.class, () -> pool.render(TILE));
            renderer.awaitBegun();
            renderer.release();
        }
        assertEquals(0, renderer.othersBegun());
    }

    @Test
    void passesOnWhyATileCannotBeRendered() {
        var cause = new IllegalStateException("no ink");
        try (var pool = new RenderPool(
                tile -> {
                    throw cause;
                },
                1,
                1,
                LONG)) {
            var failure = assertThrows(IllegalStateException.class, () -> pool.render(TILE));
            assertEquals("tile could not be rendered: " + TILE, failure.getMessage());
            assertSame(cause, failure.getCause());
        }
    }

    @Test
    void rendersNoMoreAtOnceThanItHasThreads() throws Exception {
        var renderer = new HeldRenderer();
        var answered = new CountDownLatch(3);
        try (var pool = new RenderPool(renderer, 2, 1, LONG)) {
            for (int i = 0; i < 3; i++) {
                new Thread(() -> {
                            pool.render(TILE);
                            answered.countDown();
                        })
                        .start();
            }
            renderer.awaitBegun();
            renderer.awaitBegun();
            assertEquals(0, renderer.othersBegun());
            renderer.release();
            answered.await();
        }
    }
}
