package atlas.app;

/**
 * An image of palette entries, one byte a pixel, rows from the top.
 *
 * @param pixels {@code width * height} bytes, each an unsigned index into {@link Palette}
 */
public record Raster(int width, int height, byte[] pixels) {
    public Raster {
        if (pixels.length != width * height) {
            throw new IllegalArgumentException("a raster of %d by %d needs %d pixels, got %d"
                    .formatted(width, height, width * height, pixels.length));
        }
    }

    /** The palette index at ({@code column}, {@code row}), 0 to 255. */
    public int at(int column, int row) {
        return Byte.toUnsignedInt(pixels[row * width + column]);
    }
}
