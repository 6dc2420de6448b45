package atlas.app;

/**
 * One of {@code count} bands that a poster is cut into, so that as many workers can draw it at once. Shard 0 is the top
 * one; joined from top to bottom they are the poster.
 *
 * @param index 0 to {@code count - 1}
 * @param count 1 to the poster's height in pixels
 * @throws InvalidInput if a value is out of its range
 */
public record Shard(Poster poster, int index, int count) {
    public Shard {
        InvalidInput.requireRange("shards", count, 1, poster.rows() * Tile.SIZE);
        InvalidInput.requireRange("shard", index, 0, count - 1);
    }

    /** The poster's row of pixels that this band starts with. */
    public int firstRow() {
        return row(index);
    }

    /** How many rows of pixels it has, at least one. */
    public int rows() {
        return row(index + 1) - row(index);
    }

    private int row(int shard) {
        return (int) ((long) poster.rows() * Tile.SIZE * shard / count);
    }
}
