package atlas.compare.measure;

import atlas.app.Tile;

/**
 * How a target is asked.
 *
 * @param requestsPerSecond that arrive, whether earlier ones are answered or not
 * @param seconds for which they do
 * @param iterations of each tile, {@value #MIN_ITERATIONS} or more: with fewer all tiles look alike
 * @param seed decides which tiles are asked for
 */
public record Conditions(int requestsPerSecond, int seconds, int iterations, long seed) {
    public static final int MIN_ITERATIONS = 256;

    public Conditions {
        if (requestsPerSecond < 1 || seconds < 1 || iterations < MIN_ITERATIONS || iterations > Tile.MAX_ITERATIONS) {
            throw new IllegalArgumentException(
                    "conditions need requestsPerSecond >= 1, seconds >= 1 and iterations %d to %d, got %d, %d and %d"
                            .formatted(MIN_ITERATIONS, Tile.MAX_ITERATIONS, requestsPerSecond, seconds, iterations));
        }
    }

    /** How many requests that makes. */
    public int requests() {
        return requestsPerSecond * seconds;
    }
}
