package atlas.app;

/** Makes the PNG of a tile. */
@FunctionalInterface
public interface TileRenderer {
    /** @throws Overloaded if too many tiles are being made already */
    byte[] png(Tile tile);
}
