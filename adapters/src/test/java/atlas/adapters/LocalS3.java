package atlas.adapters;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import software.amazon.awssdk.utils.BinaryUtils;
import software.amazon.awssdk.utils.Md5Utils;

/**
 * As much of S3 as the store asks for, in memory: objects by path, {@code PUT} and {@code GET}. A body has to come as the
 * SDK streams it: signed, in chunks, with a checksum behind them that fits.
 */
public final class LocalS3 implements Wire.Service {
    private static final String NO_SUCH_KEY =
            "<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>";

    /** What was put. */
    public record Stored(byte[] content, String contentType) {}

    private final Map<String, Stored> objects = new ConcurrentHashMap<>();

    @Override
    public Answer answer(HttpExchange request, byte[] body) {
        Headers headers = request.getRequestHeaders();
        String path = request.getRequestURI().getPath();
        if (!headers.getFirst("Authorization").startsWith("AWS4-HMAC-SHA256 ")) {
            throw new IllegalArgumentException("not signed: " + headers.entrySet());
        }
        return switch (request.getRequestMethod()) {
            case "PUT" -> {
                objects.put(path, new Stored(unchunk(body), headers.getFirst("Content-Type")));
                yield new Answer(200, "", new byte[0]);
            }
            case "GET" -> {
                Stored stored = objects.get(path);
                if (stored == null) {
                    yield Answer.xml(404, NO_SUCH_KEY);
                }
                request.getResponseHeaders().set("ETag", '"' + md5(stored.content()) + '"');
                yield new Answer(200, stored.contentType(), stored.content());
            }
            default -> throw new IllegalArgumentException("nobody asked S3 for that before");
        };
    }

    public Stored stored(String bucket, String key) {
        return objects.get("/" + bucket + "/" + key);
    }

    /** What there is in a bucket. */
    public Set<String> keys(String bucket) {
        String root = "/" + bucket + "/";
        return objects.keySet().stream()
                .filter(path -> path.startsWith(root))
                .map(path -> path.substring(root.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String md5(byte[] content) {
        return BinaryUtils.toHex(Md5Utils.computeMD5Hash(content));
    }

    /** Reads {@code size;chunk-signature=.. CRLF bytes CRLF} until size 0, then {@code x-amz-checksum-crc32:base64 CRLF}. */
    private static byte[] unchunk(byte[] body) {
        var content = new ByteArrayOutputStream();
        String text = new String(body, ISO_8859_1);
        int at = 0;
        while (true) {
            int endOfLine = text.indexOf("\r\n", at);
            int size = Integer.parseInt(text.substring(at, text.indexOf(';', at)), 16);
            at = endOfLine + 2;
            if (size == 0) {
                requireChecksum(text.substring(at, text.indexOf("\r\n", at)), content.toByteArray());
                return content.toByteArray();
            }
            content.write(body, at, size);
            at += size + 2;
        }
    }

    private static void requireChecksum(String trailer, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        byte[] sum = {
            (byte) (crc.getValue() >> 24),
            (byte) (crc.getValue() >> 16),
            (byte) (crc.getValue() >> 8),
            (byte) crc.getValue()
        };
        String expected = "x-amz-checksum-crc32:" + Base64.getEncoder().encodeToString(sum);
        if (!trailer.equals(expected)) {
            throw new IllegalArgumentException("expected " + expected + ", got " + trailer);
        }
    }
}
