package atlas.app;

/**
 * One square of the map, 256 by 256 pixels. At zoom {@code z} the set's square from -2-2i to 2+2i is cut into
 * {@code 2^z} by {@code 2^z} tiles; {@code x} counts from the left, {@code y} from the top.
 *
 * @param zoom 0 to {@value #MAX_ZOOM}
 * @param x 0 to 2^zoom - 1
 * @param y 0 to 2^zoom - 1
 * @param iterations when to give up on a point, 1 to {@value #MAX_ITERATIONS}: the knob for CPU time a request
 * @throws InvalidInput if a value is out of its range
 */
public record Tile(int zoom, int x, int y, int iterations) {
    public static final int SIZE = 256;
    /** Beyond it neighbouring pixels come too close for a double to tell them apart. */
    public static final int MAX_ZOOM = 30;

    public static final int MAX_ITERATIONS = 5000;
    public static final int DEFAULT_ITERATIONS = 256;

    public Tile {
        InvalidInput.requireRange("zoom", zoom, 0, MAX_ZOOM);
        InvalidInput.requireRange("x", x, 0, (1 << zoom) - 1);
        InvalidInput.requireRange("y", y, 0, (1 << zoom) - 1);
        InvalidInput.requireRange("iterations", iterations, 1, MAX_ITERATIONS);
    }
}
