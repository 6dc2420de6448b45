package atlas.compare.measure.load;

import atlas.app.Tile;
import java.io.IOException;

/** Whoever answers with tiles: over HTTP, or as a function by events. Safe for use by several threads. */
@FunctionalInterface
public interface TileSource {
    /**
     * Asks and waits.
     *
     * @throws IOException if there is no answer
     */
    Answer ask(Tile tile) throws IOException, InterruptedException;
}
