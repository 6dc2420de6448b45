package atlas.compare.measure.here;

import atlas.app.Tile;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much is asked of each way to run the app.
 *
 * @param tileStarts new processes that are asked for a tile first
 * @param healthStarts new processes that are asked for their health first
 * @param warmUpTiles before CPU time is measured, for the JVM to compile what matters
 * @param cpuTiles of the default iteration count, one after the other; of greater counts fewer, for the same work
 * @param peakMillis of one core, at the peak; with more cores it is over sooner
 */
record WorkPlan(int tileStarts, int healthStarts, int warmUpTiles, int cpuTiles, int peakMillis) {
    /** All ways together take less than a minute. */
    static final WorkPlan WHOLE = new WorkPlan(5, 2, 60, 100, 2_000);
    /** Requests in flight at a fixed rate. */
    static final int CONNECTIONS = 16;

    private static final List<Integer> ITERATIONS = List.of(Tile.DEFAULT_ITERATIONS, 1000, 4000);
    private static final int FEWEST_TILES = 10;

    /** At which the CPU time of a tile is measured: the same always, and the one asked for. */
    List<Integer> iterations(int asked) {
        return Stream.concat(ITERATIONS.stream(), Stream.of(asked))
                .distinct()
                .sorted()
                .toList();
    }

    int cpuTiles(int iterations) {
        return Math.max(FEWEST_TILES, cpuTiles * Tile.DEFAULT_ITERATIONS / iterations);
    }

    int peakTiles(double cpuMillisPerTile) {
        return (int) Math.max(FEWEST_TILES, peakMillis / Math.max(1, cpuMillisPerTile));
    }
}
