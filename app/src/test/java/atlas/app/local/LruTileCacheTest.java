package atlas.app.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.Tile;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LruTileCacheTest {
    private final LruTileCache cache = new LruTileCache(100);

    @Test
    void remembersATileByAllItsValues() {
        cache.put(tile(1), new byte[] {7});
        assertArrayEquals(new byte[] {7}, cache.get(tile(1)).orElseThrow());
        assertEquals(Optional.empty(), cache.get(tile(2)));
    }

    @Test
    void forgetsWhatWasNotAskedForLongest() {
        cache.put(tile(1), new byte[40]);
        cache.put(tile(2), new byte[40]);
        cache.get(tile(1));
        cache.put(tile(3), new byte[40]);
        assertTrue(cache.get(tile(1)).isPresent());
        assertEquals(Optional.empty(), cache.get(tile(2)));
        assertTrue(cache.get(tile(3)).isPresent());
    }

    @Test
    void countsAReplacedTileOnce() {
        cache.put(tile(1), new byte[60]);
        cache.put(tile(1), new byte[60]);
        cache.put(tile(2), new byte[40]);
        assertTrue(cache.get(tile(1)).isPresent());
        assertTrue(cache.get(tile(2)).isPresent());
    }

    @Test
    void keepsNothingThatIsLargerThanAllItMayKeep() {
        cache.put(tile(1), new byte[101]);
        assertEquals(Optional.empty(), cache.get(tile(1)));
        cache.put(tile(2), new byte[100]);
        assertTrue(cache.get(tile(2)).isPresent());
    }

    private static Tile tile(int iterations) {
        return new Tile(0, 0, 0, iterations);
    }
}
