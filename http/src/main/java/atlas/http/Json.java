package atlas.http;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/**
 * Writes objects of plain fields: numbers and booleans as they are, all else as text. Every answer but a tile and every log
 * line is one, so the first of them is part of each cold start: a library took 80 ms for it, this takes one or two.
 */
public final class Json {
    private Json() {}

    /** Pure ASCII on one line, so that no terminal's or log collector's encoding can spoil it. */
    public static String object(Map<String, ?> fields) {
        var json = new StringBuilder("{");
        fields.forEach((name, value) -> {
            if (json.length() > 1) {
                json.append(',');
            }
            quote(json, name);
            json.append(':');
            if (value instanceof Number || value instanceof Boolean) {
                json.append(value);
            } else {
                quote(json, value.toString());
            }
        });
        return json.append('}').toString();
    }

    /** An answer that no cache keeps. */
    static Response response(int status, Map<String, ?> fields) {
        return response(status, "application/json", fields);
    }

    static Response response(int status, String type, Map<String, ?> fields) {
        return new Response(
                status,
                Map.of("Content-Type", type, "Cache-Control", "no-store"),
                object(fields).getBytes(StandardCharsets.US_ASCII));
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c >= ' ' && c <= '~') {
                        json.append(c);
                    } else {
                        json.append("\\u").append(HexFormat.of().toHexDigits(c));
                    }
                }
            }
        }
        json.append('"');
    }
}
