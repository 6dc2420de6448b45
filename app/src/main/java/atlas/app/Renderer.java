package atlas.app;

import java.time.Duration;

/**
 * Draws the Mandelbrot set. Pixels are a pure function of the parameters, the same on every JDK from 17 on and every
 * processor: plain double arithmetic is strict there, and logarithms come from {@link StrictMath}.
 */
public final class Renderer {
    /** Goes up when any pixel of any tile changes, since caches keep tiles for a year. */
    public static final String VERSION = "1";

    private Renderer() {}

    /** A {@link TileRenderer} that draws at once, in the caller's thread. */
    public static TileRenderer.Rendering render(Tile tile) {
        long start = System.nanoTime();
        byte[] png = png(tile);
        return new TileRenderer.Rendering(png, Duration.ofNanos(System.nanoTime() - start));
    }

    public static byte[] png(Tile tile) {
        return Png.encode(draw(tile));
    }

    public static byte[] png(Poster poster) {
        return Png.encode(draw(poster));
    }

    public static byte[] png(Shard shard) {
        return Png.encode(draw(shard));
    }

    public static Raster draw(Tile tile) {
        return draw(Area.of(tile));
    }

    public static Raster draw(Poster poster) {
        return draw(Area.of(poster));
    }

    public static Raster draw(Shard shard) {
        return draw(Area.of(shard.poster()).rows(shard.firstRow(), shard.firstRow() + shard.rows()));
    }

    private static Raster draw(Area area) {
        byte[] pixels = new byte[area.width() * area.height()];
        int next = 0;
        for (int row = 0; row < area.height(); row++) {
            double im = area.im(row);
            for (int column = 0; column < area.width(); column++) {
                pixels[next++] = (byte) EscapeTime.paletteIndex(area.re(column), im, area.iterations());
            }
        }
        return new Raster(area.width(), area.height(), pixels);
    }
}
