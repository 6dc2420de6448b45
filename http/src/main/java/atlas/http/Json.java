package atlas.http;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Objects of a few plain fields as JSON. */
final class Json {
    private Json() {}

    static byte[] bytes(Map<String, ?> fields) {
        try {
            return JSON.std.asBytes(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String line(Map<String, ?> fields) {
        try {
            return JSON.std.asString(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer that no cache keeps. */
    static Response response(int status, Map<String, ?> fields) {
        return new Response(
                status, Map.of("Content-Type", "application/json", "Cache-Control", "no-store"), bytes(fields));
    }
}
