package atlas.compare.measure;

/**
 * How many tiles a second are answered when the next is asked for as soon as one is there.
 *
 * @param concurrency so many are asked for at once, always
 * @param seconds until all were answered
 * @param failed requests that were not answered with a tile
 */
public record Peak(double tilesPerSecond, int concurrency, double seconds, long failed) {
    public Peak {
        Figures.refuseNegative(tilesPerSecond, concurrency, seconds, failed);
    }
}
