package atlas.compare.measure;

/**
 * How long a deployed option drew a tile, as its {@code Server-Timing} says: by the clock, without any wait for a core.
 *
 * @param tiles that it is the median of
 */
public record RenderTime(int iterations, int tiles, double medianMillis) {
    public RenderTime {
        Figures.refuseNegative(iterations, tiles, medianMillis);
    }
}
