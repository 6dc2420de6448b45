package atlas.app;

/** Makes the PNG of a tile. */
@FunctionalInterface
public interface TileRenderer {
    byte[] png(Tile tile);
}
