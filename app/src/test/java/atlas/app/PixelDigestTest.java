package atlas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pixels are the same on every JDK and processor. A digest that changes on purpose comes with a new {@link
 * Renderer#VERSION}, since caches keep tiles for a year.
 */
class PixelDigestTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 256, 28f9151388d41a0c767ad747bf4425d3fcbb0bc9f95ece578616e259e4b969d0",
        "0, 0, 0, 5000, 0482a648938060d21e6c9b54a8fc4db7824fe7731b95be6733339eddd6775380",
        "5, 9, 12, 1, 3d70f10083404abd81dadcc5c2bd30b8d518647a805489989e1761861d2e8117",
        "8, 80, 119, 1000, 408ea345b87c5596189c42c21d57914bd6313394f3939801a79281f44f80902b",
        "12, 1286, 1913, 1000, 66c5f0ee2c44bc9fe51aa0581038f669989362c9c0d2ae5c940bb4c4a9a6f6bf",
        "30, 337250526, 501484165, 2500, 179ec39a285604a2a586daf3313f8fd9cd203bbeb34ab856bad2c67ee1964414",
        "30, 493732971, 258351275, 5000, 79344b2b727f890803dc29ca503f24c81a5a18f3fb0681db722d82fbde3db461"
    })
    void drawsThePinnedPixels(int zoom, int x, int y, int iterations, String digest) throws Exception {
        assertEquals(digest, digest(Renderer.png(new Tile(zoom, x, y, iterations))));
    }

    /** Of the decoded pixels, since two JDKs may compress the same pixels to different bytes. */
    private static String digest(byte[] png) throws IOException, GeneralSecurityException {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var bytes = ByteBuffer.allocate(4 * pixels.length);
        bytes.asIntBuffer().put(pixels);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    }
}
