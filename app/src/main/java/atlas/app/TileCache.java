package atlas.app;

import java.util.Optional;

/** Remembers rendered tiles. It may forget any of them at any time. */
public interface TileCache {
    Optional<byte[]> get(Tile tile);

    void put(Tile tile, byte[] png);
}
