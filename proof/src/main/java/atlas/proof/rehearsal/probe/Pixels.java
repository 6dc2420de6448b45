package atlas.proof.rehearsal.probe;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.imageio.ImageIO;

/** What an image shows, however it was compressed: the same tile has the same pixels on every option. */
final class Pixels {
    private Pixels() {}

    /**
     * Width and height, and the SHA-256 of all pixels, row by row, four bytes each.
     *
     * @throws IOException if it is no image
     */
    static String digest(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        if (image == null) {
            throw new IOException("no image came, but %d bytes of something else".formatted(png.length));
        }
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        ByteBuffer bytes = ByteBuffer.allocate(pixels.length * Integer.BYTES);
        bytes.asIntBuffer().put(pixels);
        try {
            return "%dx%d %s"
                    .formatted(
                            image.getWidth(),
                            image.getHeight(),
                            HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(bytes.array())));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IOException if it shows something else */
    static void require(String digest, byte[] png) throws IOException {
        String got = digest(png);
        if (!got.equals(digest)) {
            throw new IOException("an image of other pixels came: %s instead of %s".formatted(got, digest));
        }
    }
}
