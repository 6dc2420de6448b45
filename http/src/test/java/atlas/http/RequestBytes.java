package atlas.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request as bytes, much as on the wire, and back. Any bytes are some request: what is not as it should be is left out. */
final class RequestBytes {
    private static final String BLANK_LINE = "\r\n\r\n";

    private RequestBytes() {}

    static byte[] of(Request request) {
        var head = new StringBuilder();
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        head.append(request.method()).append(' ').append(request.path()).append(query);
        request.headers().forEach((name, value) -> head.append("\r\n" + name + ": " + value));
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((head + BLANK_LINE).getBytes(ISO_8859_1));
        bytes.writeBytes(request.body());
        return bytes.toByteArray();
    }

    static Request read(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        int end = text.indexOf(BLANK_LINE);
        String[] head = (end < 0 ? text : text.substring(0, end)).split("\r\n", -1);
        byte[] body = end < 0 ? new byte[0] : Arrays.copyOfRange(bytes, end + BLANK_LINE.length(), bytes.length);
        String[] start = head[0].split(" ", 2);
        Request line = Request.of(start[0], start.length < 2 ? "" : start[1]);
        return new Request(line.method(), line.path(), line.query(), headers(head), body);
    }

    private static Map<String, String> headers(String[] head) {
        var headers = new LinkedHashMap<String, String>();
        Arrays.stream(head)
                .skip(1)
                .map(line -> line.split(": ?", 2))
                .filter(header -> header.length == 2)
                .forEach(header -> headers.merge(header[0], header[1], (one, more) -> one + ", " + more));
        return headers;
    }
}
