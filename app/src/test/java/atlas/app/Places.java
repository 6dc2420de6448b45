package atlas.app;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random tiles and posters for property tests; half of them touch the set's edge, where pixels differ most. */
final class Places {
    private static final int MAX_ITERATIONS = 120;

    private Places() {}

    static Arbitrary<Tile> tiles(int maxZoom) {
        return Arbitraries.integers().between(0, maxZoom).flatMap(zoom -> Combinators.combine(
                        points(-2, 2), points(-2, 2), Arbitraries.integers().between(1, MAX_ITERATIONS))
                .as((re, im, iterations) -> tileAt(zoom, re, im, iterations)));
    }

    /** Tiles around points whose real and imaginary part lie where the set's edge winds. */
    static Arbitrary<Tile> edgeTiles(int maxZoom) {
        return Arbitraries.integers().between(0, maxZoom).flatMap(zoom -> Combinators.combine(
                        points(-0.8, -0.7),
                        points(0.05, 0.2),
                        Arbitraries.integers().between(1, MAX_ITERATIONS))
                .as((re, im, iterations) -> tileAt(zoom, re, im, iterations)));
    }

    static Arbitrary<Poster> posters() {
        return Arbitraries.oneOf(tiles(12), edgeTiles(12)).flatMap(tile -> Combinators.combine(sides(tile), sides(tile))
                .as((columns, rows) -> new Poster(
                        tile.zoom(),
                        Math.min(tile.x(), (1 << tile.zoom()) - columns),
                        Math.min(tile.y(), (1 << tile.zoom()) - rows),
                        columns,
                        rows,
                        tile.iterations())));
    }

    private static Arbitrary<Integer> sides(Tile tile) {
        return Arbitraries.integers().between(1, Math.min(3, 1 << tile.zoom()));
    }

    private static Arbitrary<Double> points(double min, double max) {
        return Arbitraries.doubles().between(min, max).ofScale(9);
    }

    private static Tile tileAt(int zoom, double re, double im, int iterations) {
        int last = (1 << zoom) - 1;
        double side = 4.0 / (1 << zoom);
        return new Tile(zoom, (int) Math.min(last, (re + 2) / side), (int) Math.min(last, (2 - im) / side), iterations);
    }
}
