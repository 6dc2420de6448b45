package atlas.app;

import java.time.Duration;

/** Makes the PNG of a tile. */
@FunctionalInterface
public interface TileRenderer {
    /** @throws Overloaded if too many tiles are being made already */
    Rendering render(Tile tile);

    /**
     * A finished tile.
     *
     * @param took the drawing alone, without any wait for a free core
     */
    record Rendering(byte[] png, Duration took) {}
}
