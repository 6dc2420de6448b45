package atlas.app;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a {@link Raster} as a PNG of 8-bit palette entries. */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private Png() {}

    static byte[] encode(Raster raster) {
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        chunk(png, "IHDR", header(raster));
        chunk(png, "PLTE", Palette.rgb());
        chunk(png, "IDAT", deflate(raster));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** Width, height, 8 bits, palette, then the only compression and filter methods there are, not interlaced. */
    private static byte[] header(Raster raster) {
        return ByteBuffer.allocate(13)
                .putInt(raster.width())
                .putInt(raster.height())
                .put(new byte[] {8, 3, 0, 0, 0})
                .array();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(name);
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    /** Each row is led by its filter's number: 0, none, the right one for palette entries. */
    private static byte[] deflate(Raster raster) {
        var compressed = new ByteArrayOutputStream(raster.pixels().length / 4);
        byte[] noFilter = {0};
        byte[] block = new byte[8192];
        var deflater = new Deflater();
        try {
            for (int row = 0; row < raster.height(); row++) {
                feed(deflater, noFilter, 0, 1, block, compressed);
                feed(deflater, raster.pixels(), row * raster.width(), raster.width(), block, compressed);
            }
            deflater.finish();
            drain(deflater, block, compressed);
            return compressed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void feed(
            Deflater deflater, byte[] data, int from, int length, byte[] block, ByteArrayOutputStream out) {
        deflater.setInput(data, from, length);
        drain(deflater, block, out);
    }

    private static void drain(Deflater deflater, byte[] block, ByteArrayOutputStream out) {
        for (int n = deflater.deflate(block); n > 0; n = deflater.deflate(block)) {
            out.write(block, 0, n);
        }
    }
}
