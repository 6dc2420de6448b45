package atlas.compare.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.Renderer;
import atlas.app.Tile;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TileMixTest {
    @Property(tries = 20)
    void givesNoTileTwice(@ForAll long seed, @ForAll @IntRange(min = 256, max = 2000) int iterations) {
        var mix = new TileMix(seed);
        Set<Tile> tiles = new HashSet<>(mix.next(20, iterations));
        tiles.addAll(mix.next(20, iterations));

        assertEquals(40, tiles.size());
    }

    @Property(tries = 20)
    void givesTheSameTilesForTheSameSeed(@ForAll long seed) {
        assertEquals(new TileMix(seed).next(10, 256), new TileMix(seed).next(10, 256));
    }

    @Property(tries = 20)
    void givesOtherTilesForAnotherSeed(@ForAll long seed) {
        assertTrue(Collections.disjoint(new TileMix(seed).next(20, 256), new TileMix(seed + 1).next(20, 256)));
    }

    /** Judged by 4 points a side; with 32 a side the mean stays near a quarter, so the cost of many tiles is predictable. */
    @Property(tries = 10)
    void costsAboutAQuarterOfTheIterations(@ForAll long seed, @ForAll @IntRange(min = 256, max = 2000) int iterations) {
        double mean = new TileMix(seed)
                .next(30, iterations).stream()
                        .mapToDouble(tile -> TileMix.share(tile, 32))
                        .average()
                        .orElseThrow();

        assertTrue(mean > 0.18 && mean < 0.30, "share " + mean);
    }

    /** A plain surface compresses to next to nothing, and its bytes would not be those of a map. */
    @Test
    void looksLikeAMap() {
        List<Integer> bytes = new TileMix(1)
                .next(20, 256).stream()
                        .map(tile -> Renderer.png(tile).length)
                        .sorted()
                        .toList();

        assertTrue(Figures.median(bytes) > 10_000, bytes::toString);
        assertTrue(bytes.get(0) > 2_000, bytes::toString);
    }

    @Test
    void refusesSoFewIterationsThatAllTilesLookAlike() {
        var refused = assertThrows(IllegalArgumentException.class, () -> new TileMix(1).next(1, 255));

        assertEquals("tiles of the edge need 256 iterations, got 255", refused.getMessage());
    }
}
