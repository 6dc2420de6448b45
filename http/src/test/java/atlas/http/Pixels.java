package atlas.http;

import atlas.app.Renderer;
import atlas.app.Tile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** What a PNG shows, however it is compressed. */
final class Pixels {
    private static final Pattern TILE = Pattern.compile("/tiles/(\\d+)/(\\d+)/(\\d+)\\.png");
    private static final Pattern ITERATIONS = Pattern.compile("[?&]iterations=(\\d+)");

    private Pixels() {}

    static int[] of(byte[] png) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** The pixels that this machine's own renderer gives the tile. */
    static int[] ofTileAt(String target) throws IOException {
        Matcher tile = TILE.matcher(target);
        Matcher iterations = ITERATIONS.matcher(target);
        if (!tile.lookingAt()) {
            throw new IllegalArgumentException("not a tile: " + target);
        }
        return of(Renderer.png(new Tile(
                Integer.parseInt(tile.group(1)),
                Integer.parseInt(tile.group(2)),
                Integer.parseInt(tile.group(3)),
                iterations.find() ? Integer.parseInt(iterations.group(1)) : Tile.DEFAULT_ITERATIONS)));
    }
}
