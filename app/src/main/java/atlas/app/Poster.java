package atlas.app;

/**
 * A large image made of tiles: {@code columns} by {@code rows} of them, the top left one at ({@code x}, {@code y}).
 *
 * @param columns 1 to {@value #MAX_TILES_A_SIDE}; the poster must not reach over the map's edge
 * @param rows 1 to {@value #MAX_TILES_A_SIDE}, likewise
 * @param iterations 1 to {@value Tile#MAX_ITERATIONS}; tiles times iterations at most {@value #MAX_WORK}
 * @throws InvalidInput if a value is out of its range
 */
public record Poster(int zoom, int x, int y, int columns, int rows, int iterations) {
    /** 2048 pixels a side: even as noise, the PNG in base64 stays below the 6 MB that a Lambda function may answer. */
    public static final int MAX_TILES_A_SIDE = 8;

    /**
     * 64 tiles of 1000 iterations. At worst, 14 seconds of one vCPU and a minute of a quarter of one: a worker must be done
     * before its lease ends, or the next one starts over, and so on for ever.
     */
    public static final int MAX_WORK = 64_000;

    public Poster {
        Tile topLeft = new Tile(zoom, x, y, iterations);
        int tilesASide = 1 << topLeft.zoom();
        InvalidInput.requireRange("columns", columns, 1, Math.min(MAX_TILES_A_SIDE, tilesASide - x));
        InvalidInput.requireRange("rows", rows, 1, Math.min(MAX_TILES_A_SIDE, tilesASide - y));
        int tiles = columns * rows;
        if (tiles * iterations > MAX_WORK) {
            throw new InvalidInput(
                    "iterations",
                    "iterations must be 1 to %d for a poster of %d tiles, got %d"
                            .formatted(MAX_WORK / tiles, tiles, iterations));
        }
    }
}
