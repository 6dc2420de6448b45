package atlas.app;

/**
 * A rectangle of pixels of the whole map. At {@code zoom} the map has {@code 256 * 2^zoom} pixels a side; pixel
 * ({@code px}, {@code py}), counted from the top left, stands for the point at its top left corner. So a pixel of one
 * zoom is the same point as every second pixel of the next, and tiles, posters and shards are only ways to cut the same
 * picture.
 */
record Area(int zoom, long left, long top, int width, int height, int iterations) {
    static Area of(Tile tile) {
        return new Area(
                tile.zoom(),
                (long) tile.x() * Tile.SIZE,
                (long) tile.y() * Tile.SIZE,
                Tile.SIZE,
                Tile.SIZE,
                tile.iterations());
    }

    static Area of(Poster poster) {
        return new Area(
                poster.zoom(),
                (long) poster.x() * Tile.SIZE,
                (long) poster.y() * Tile.SIZE,
                poster.columns() * Tile.SIZE,
                poster.rows() * Tile.SIZE,
                poster.iterations());
    }

    /** Rows {@code from} (inclusive) to {@code to} (exclusive) of this area. */
    Area rows(int from, int to) {
        return new Area(zoom, left, top + from, width, to - from, iterations);
    }

    /** Real part of a pixel's point. Exact: at the deepest zoom it needs 39 of a double's 53 bits. */
    double re(int column) {
        return -2 + (left + column) * pixel();
    }

    /** Imaginary part of a pixel's point, exact likewise. It grows upwards, rows are counted downwards. */
    double im(int row) {
        return 2 - (top + row) * pixel();
    }

    private double pixel() {
        return 4.0 / ((long) Tile.SIZE << zoom);
    }
}
