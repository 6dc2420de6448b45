package atlas.app.local;

import atlas.app.Tile;
import atlas.app.TileCache;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers tiles in memory up to a number of bytes, and forgets first what was not asked for longest. */
public final class LruTileCache implements TileCache {
    private final long maxBytes;
    private final Map<Tile, byte[]> tiles = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    public LruTileCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public synchronized Optional<byte[]> get(Tile tile) {
        return Optional.ofNullable(tiles.get(tile));
    }

    @Override
    public synchronized void put(Tile tile, byte[] png) {
        byte[] replaced = tiles.put(tile, png);
        bytes += png.length - (replaced == null ? 0 : replaced.length);
        for (Iterator<byte[]> eldest = tiles.values().iterator(); bytes > maxBytes; ) {
            bytes -= eldest.next().length;
            eldest.remove();
        }
    }
}
