package atlas.compare.measure;

import atlas.app.Tile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Tiles to measure by: no two alike, all of about the same cost, and as many as are wanted. The cost of a tile is the mean
 * number of steps of its pixels, which runs from 1 in the emptiness around the set to the iteration count within. These
 * are tiles of the set's edge, drawn at random: deep in the map, where there are millions of such tiles, so that runs with
 * different seeds hardly ever meet, and each with a cost near a quarter of its iteration count.
 *
 * <p>Not safe for use by several threads.
 */
public final class TileMix {
    static final int MIN_ZOOM = 16;
    static final int MAX_ZOOM = 18;
    /** Mean steps of a tile as a share of its iteration count. */
    static final double MIN_SHARE = 0.15;

    static final double MAX_SHARE = 0.35;
    /** A tile is judged by this many points a side. */
    private static final int POINTS = 4;
    /** Of the points' step counts so many must differ, or the tile is a plain surface that compresses to nothing. */
    private static final int DIFFERENT = 8;

    private final Random random;
    private final Set<Tile> drawn = new HashSet<>();

    /** @param seed with the same one come the same tiles */
    public TileMix(long seed) {
        random = new Random(seed);
    }

    /**
     * Tiles that this mix has not given before.
     *
     * @param iterations of each, from {@link Conditions#MIN_ITERATIONS}
     */
    public List<Tile> next(int count, int iterations) {
        if (iterations < Conditions.MIN_ITERATIONS) {
            throw new IllegalArgumentException(
                    "tiles of the edge need %d iterations, got %d".formatted(Conditions.MIN_ITERATIONS, iterations));
        }
        List<Tile> tiles = new ArrayList<>(count);
        while (tiles.size() < count) {
            Tile tile = anywhere(iterations);
            if (isOfTheEdge(tile) && drawn.add(tile)) {
                tiles.add(tile);
            }
        }
        return tiles;
    }

    private Tile anywhere(int iterations) {
        int zoom = MIN_ZOOM + random.nextInt(MAX_ZOOM - MIN_ZOOM + 1);
        return new Tile(zoom, random.nextInt(1 << zoom), random.nextInt(1 << zoom), iterations);
    }

    private static boolean isOfTheEdge(Tile tile) {
        int[] steps = steps(tile, POINTS);
        double share = share(tile, steps);
        return share >= MIN_SHARE
                && share <= MAX_SHARE
                && Arrays.stream(steps).distinct().count() >= DIFFERENT;
    }

    /** Mean steps of a tile as a share of its iteration count, by so many points a side. */
    static double share(Tile tile, int points) {
        return share(tile, steps(tile, points));
    }

    private static double share(Tile tile, int[] steps) {
        return Arrays.stream(steps).average().orElseThrow() / tile.iterations();
    }

    private static int[] steps(Tile tile, int points) {
        double side = 4.0 / (1L << tile.zoom());
        int[] steps = new int[points * points];
        for (int i = 0; i < steps.length; i++) {
            double re = -2 + (tile.x() + (i % points + 0.5) / points) * side;
            double im = 2 - (tile.y() + (i / points + 0.5) / points) * side;
            steps[i] = steps(re, im, tile.iterations());
        }
        return steps;
    }

    /** As the renderer counts them; it leaves them out in the two largest parts of the set, and so does this. */
    private static int steps(double re, double im, int iterations) {
        double q = (re - 0.25) * (re - 0.25) + im * im;
        if (q * (q + re - 0.25) <= 0.25 * im * im || (re + 1) * (re + 1) + im * im <= 0.0625) {
            return 0;
        }
        double x = 0;
        double y = 0;
        for (int step = 1; step <= iterations; step++) {
            double next = x * x - y * y + re;
            y = 2 * x * y + im;
            x = next;
            if (x * x + y * y > 1 << 16) {
                return step;
            }
        }
        return iterations;
    }
}
