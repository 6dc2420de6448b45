package atlas.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What {@link Png} writes, another reader reads. */
class PngTest {
    private static final int LAMBDA_ANSWER_BYTES = 6 * 1024 * 1024;

    @Property(tries = 200)
    void keepsEveryPixel(
            @ForAll @IntRange(min = 1, max = 300) int width,
            @ForAll @IntRange(min = 1, max = 300) int height,
            @ForAll long seed)
            throws IOException {
        Raster raster = noise(width, height, seed);
        var image = ImageIO.read(new ByteArrayInputStream(Png.encode(raster)));
        assertEquals(width, image.getWidth());
        assertEquals(height, image.getHeight());
        byte[] read = (byte[]) image.getRaster().getDataElements(0, 0, width, height, null);
        assertArrayEquals(raster.pixels(), read);
    }

    @Test
    void paintsEachPixelInItsPaletteColour() throws IOException {
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        var image = ImageIO.read(new ByteArrayInputStream(Png.encode(new Raster(16, 16, every))));
        byte[] rgb = Palette.rgb();
        for (int i = 0; i < every.length; i++) {
            int expected = (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | rgb[3 * i + 2] & 255;
            assertEquals(expected, image.getRGB(i % 16, i / 16) & 0xffffff);
        }
    }

    @Test
    void sealsEachChunkWithItsChecksum() {
        ByteBuffer png = ByteBuffer.wrap(Png.encode(noise(300, 300, 1)));
        assertEquals(0x89504e470d0a1a0aL, png.getLong());
        Set<String> types = new LinkedHashSet<>();
        while (png.hasRemaining()) {
            byte[] typeAndData = new byte[4 + png.getInt()];
            png.get(typeAndData);
            var checksum = new CRC32();
            checksum.update(typeAndData);
            assertEquals((int) checksum.getValue(), png.getInt());
            types.add(new String(typeAndData, 0, 4, StandardCharsets.US_ASCII));
        }
        assertEquals(List.of("IHDR", "PLTE", "IDAT", "IEND"), List.copyOf(types));
    }

    @Test
    void fitsTheLargestPosterIntoALambdaAnswerEvenAsNoise() {
        int side = Poster.MAX_TILES_A_SIDE * Tile.SIZE;
        int base64 = (Png.encode(noise(side, side, 2)).length + 2) / 3 * 4;
        assertTrue(base64 < LAMBDA_ANSWER_BYTES - 10_000, "takes " + base64 + " bytes");
    }

    @Test
    void refusesARasterOfAnotherSizeThanItsPixels() {
        var refused = assertThrows(IllegalArgumentException.class, () -> new Raster(3, 2, new byte[5]));
        assertEquals("a raster of 3 by 2 needs 6 pixels, got 5", refused.getMessage());
    }

    private static Raster noise(int width, int height, long seed) {
        byte[] pixels = new byte[width * height];
        new Random(seed).nextBytes(pixels);
        return new Raster(width, height, pixels);
    }
}
