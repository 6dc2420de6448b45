package atlas.http;

import static atlas.http.Capability.ANY_METHOD;
import static atlas.http.Capability.LARGE_BODY;
import static atlas.http.Capability.LARGE_HEADERS;
import static atlas.http.Capability.MALFORMED_TARGET;
import static atlas.http.Capability.RAW_TARGET;
import static atlas.http.Refusal.SOME_POSTER;
import static atlas.http.Refusal.get;
import static atlas.http.Refusal.order;
import static atlas.http.Refusal.orderWithKey;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The table of bad input. Every answer is problem details, compared as a whole. */
final class Refusals {
    private static final String NOTHING_HERE =
            "there is nothing at this path; try /, /health, /tiles/0/0/0.png, /posters or /posters/ID";
    private static final String NO_POSTER = "there is no poster with this id";
    private static final String NOT_JSON = "the body must be one JSON object";
    private static final String NEEDS_JSON_TYPE =
            "the body's type must be application/json; try -H 'Content-Type: application/json'";
    private static final String KEY_FORM = "an idempotency key is 1 to 128 visible ASCII characters without spaces";

    private Refusals() {}

    static Stream<Refusal> all() {
        return Stream.of(tiles(), iterations(), paths(), methods(), sizes(), posterBodies(), posterHeaders())
                .flatMap(List::stream);
    }

    private static List<Refusal> tiles() {
        return List.of(
                bad("/tiles/31/0/0.png", "zoom", "zoom must be 0 to 30, got 31"),
                bad("/tiles/0/1/0.png", "x", "x must be 0 to 0, got 1"),
                bad("/tiles/3/8/0.png", "x", "x must be 0 to 7, got 8"),
                bad("/tiles/3/0/8.png", "y", "y must be 0 to 7, got 8"),
                bad("/tiles/30/0/1073741824.png", "y", "y must be 0 to 1073741823, got 1073741824"),
                bad("/tiles/a/0/0.png", "zoom", "zoom must be a whole number in plain digits, got a"),
                bad("/tiles/-1/0/0.png", "zoom", "zoom must be a whole number in plain digits, got -1"),
                bad("/tiles/1/+1/0.png", "x", "x must be a whole number in plain digits, got +1"),
                bad("/tiles/1/0/01.png", "y", "y must be a whole number in plain digits, got 01"),
                bad("/tiles/1/0/1.0.png", "y", "y must be a whole number in plain digits, got 1.0"),
                bad("/tiles/1e1/0/0.png", "zoom", "zoom must be a whole number in plain digits, got 1e1"),
                bad("/tiles/0x1/0/0.png", "zoom", "zoom must be a whole number in plain digits, got 0x1"),
                bad("/tiles/NaN/0/0.png", "zoom", "zoom must be a whole number in plain digits, got NaN"),
                bad(
                        "/tiles/2147483648/0/0.png",
                        "zoom",
                        "zoom must be a whole number of at most 32 bits, got 2147483648"),
                bad(
                        "/tiles/1/18446744073709551617/0.png",
                        "x",
                        "x must be a whole number of at most 32 bits, got 18446744073709551617"),
                bad(
                        "/tiles/1/0/" + "9".repeat(1500) + ".png",
                        "y",
                        "y must be a whole number of at most 32 bits, got " + "9".repeat(40) + "..."),
                bad(
                        "/tiles/" + "z".repeat(300) + "/0/0.png",
                        "zoom",
                        "zoom must be a whole number in plain digits, got " + "z".repeat(40) + "..."));
    }

    private static List<Refusal> iterations() {
        String text = "iterations must be a whole number in plain digits, got ";
        return List.of(
                iterations("0", "iterations must be 1 to 5000, got 0"),
                iterations("5001", "iterations must be 1 to 5000, got 5001"),
                iterations("-1", text + "-1"),
                iterations("many", text + "many"),
                iterations("", text + "nothing"),
                iterations("1.5", text + "1.5"),
                iterations(
                        "99999999999999999999",
                        "iterations must be a whole number of at most 32 bits, got 99999999999999999999"),
                iterations("5&iterations=5", "iterations must be given once, got it 2 times"),
                iterations("%35", text + "%35").needs(RAW_TARGET),
                bad("/tiles/0/0/0.png?iterations", "iterations", text + "nothing")
                        .needs(RAW_TARGET));
    }

    private static List<Refusal> paths() {
        return List.of(
                missing("/nothing"),
                missing("/tiles"),
                missing("/tiles/0/0"),
                missing("/tiles/0/0/0"),
                missing("/tiles/0/0/0.jpg"),
                missing("/tiles/0/0/0.PNG"),
                missing("/tiles/0/0/0.png/"),
                missing("/tiles/0/0/0/0.png"),
                missing("/health/"),
                missing("/Health"),
                missing("/posters/"),
                missing("/favicon.ico"),
                missing("/.env"),
                missing("//health").needs(MALFORMED_TARGET),
                missing("/tiles//0/0.png").needs(RAW_TARGET),
                missing("/tiles/../health").needs(RAW_TARGET),
                missing("/../../../etc/passwd").needs(RAW_TARGET),
                missing("/..%2f..%2fetc%2fpasswd").needs(RAW_TARGET),
                missing("/tiles%2F0/0/0.png").needs(RAW_TARGET),
                missing("/%68ealth").needs(RAW_TARGET),
                missing("/health%00").needs(RAW_TARGET),
                missing("/health\0").needs(MALFORMED_TARGET),
                missing("/tiles\\0\\0\\0.png").needs(MALFORMED_TARGET),
                missing("/<script>alert(1)</script>").needs(MALFORMED_TARGET),
                missing("/%zz").needs(MALFORMED_TARGET),
                missing("*").needs(MALFORMED_TARGET),
                bad("/tiles/%30/0/0.png", "zoom", "zoom must be a whole number in plain digits, got %30")
                        .needs(RAW_TARGET),
                Refusal.of(404, get("/posters/short"), "id", NO_POSTER),
                Refusal.of(404, get("/posters/" + "a".repeat(65)), "id", NO_POSTER),
                Refusal.of(404, get("/posters/nobody-knows-this-one"), "id", NO_POSTER),
                Refusal.of(404, get("/posters/nobody-knows-this-one.png"), "id", NO_POSTER),
                Refusal.of(404, get("/posters/%00%00%00%00%00%00%00%00"), "id", NO_POSTER)
                        .needs(RAW_TARGET));
    }

    private static List<Refusal> methods() {
        String readOnly = "this path takes GET, HEAD only";
        return List.of(
                Refusal.of(405, Request.of("POST", "/"), readOnly),
                Refusal.of(405, Request.of("PUT", "/health"), readOnly),
                Refusal.of(405, Request.of("DELETE", "/tiles/0/0/0.png"), readOnly),
                Refusal.of(405, Request.of("PATCH", "/posters/nobody-knows-this-one"), readOnly),
                Refusal.of(405, Request.of("DELETE", "/posters/nobody-knows-this-one.png"), readOnly),
                Refusal.of(405, Request.of("OPTIONS", "/tiles/0/0/0.png"), readOnly),
                Refusal.of(405, Request.of("GET", "/posters"), "this path takes POST only"),
                Refusal.of(405, Request.of("PUT", "/posters"), "this path takes POST only"),
                Refusal.of(405, Request.of("TRACE", "/health"), readOnly).needs(ANY_METHOD),
                Refusal.of(405, Request.of("BREW", "/health"), readOnly).needs(ANY_METHOD),
                Refusal.of(405, Request.of("get", "/health"), readOnly).needs(ANY_METHOD));
    }

    private static List<Refusal> sizes() {
        var large = Map.of("x-large", "h".repeat(17 * 1024));
        return List.of(
                Refusal.of(414, get("/" + "p".repeat(2048)), "path and query must be at most 2048 characters"),
                Refusal.of(
                        414,
                        get("/tiles/0/0/0.png?" + "q".repeat(2048)),
                        "path and query must be at most 2048 characters"),
                Refusal.of(
                                431,
                                new Request("GET", "/health", "", large, new byte[0]),
                                "headers must be at most 16384 characters together")
                        .called("a header of 17 KiB")
                        .needs(LARGE_HEADERS),
                Refusal.of(413, order(" ".repeat(16 * 1024) + SOME_POSTER), "the body must be at most 16384 bytes")
                        .called("a body a little too large"),
                Refusal.of(413, order("[".repeat(4 << 20)), "the body must be at most 16384 bytes")
                        .called("a body of 4 MiB")
                        .needs(LARGE_BODY));
    }

    private static List<Refusal> posterBodies() {
        String fields = "there is no such field; the fields are zoom, x, y, columns, rows, iterations";
        String at = NOT_JSON + "; it stops being one at line 1, column ";
        return List.of(
                Refusal.of(400, order(""), NOT_JSON),
                Refusal.of(400, order("   "), NOT_JSON),
                Refusal.of(400, order("null"), NOT_JSON),
                Refusal.of(400, order("[]"), NOT_JSON),
                Refusal.of(400, order("\"poster\""), NOT_JSON),
                Refusal.of(400, order("[".repeat(10_000)), NOT_JSON).called("10,000 nested arrays"),
                Refusal.of(400, order("zoom=1&x=0"), at + 1),
                Refusal.of(400, order("{\"zoom\":1"), at + 10),
                Refusal.of(400, order("{\"zoom\":01}"), at + 10),
                Refusal.of(400, order("{\"zoom\":1,}"), at + 11),
                Refusal.of(400, order("{\"zoom\":1,\"zoom\":2}"), at + 17),
                Refusal.of(400, order("{'zoom':1}"), at + 2),
                Refusal.of(400, order(SOME_POSTER + SOME_POSTER), NOT_JSON + " and nothing after it"),
                Refusal.of(400, order(new byte[] {'{', '"', (byte) 0xc3, '"'}, Map.of()), at + 5)
                        .called("bytes that are not UTF-8"),
                field("{}", "zoom", "zoom is missing; a poster needs zoom, x, y, columns and rows"),
                field(
                        SOME_POSTER.replace(",\"rows\":1", ""),
                        "rows",
                        "rows is missing; a poster needs zoom, x, y, columns and rows"),
                field("{\"colour\":1}", "colour", fields),
                field("{\"__proto__\":{}}", "__proto__", fields),
                field("{\"" + "k".repeat(50) + "\":1}", "k".repeat(40) + "...", fields),
                field("{\"zoom\":\"1\"}", "zoom", "zoom must be a whole number, got \"1\""),
                field("{\"zoom\":null}", "zoom", "zoom must be a whole number, got null"),
                field("{\"zoom\":true}", "zoom", "zoom must be a whole number, got true"),
                field("{\"zoom\":1.5}", "zoom", "zoom must be a whole number, got 1.5"),
                field("{\"zoom\":1e3}", "zoom", "zoom must be a whole number, got 1e3"),
                field("{\"zoom\":[[[[1]]]]}", "zoom", "zoom must be a whole number, got an array"),
                field("{\"zoom\":{\"zoom\":1}}", "zoom", "zoom must be a whole number, got an object"),
                field(SOME_POSTER.replace("\"zoom\":1", "\"zoom\":-1"), "zoom", "zoom must be 0 to 30, got -1"),
                field(
                        "{\"zoom\":-99999999999}",
                        "zoom",
                        "zoom must be a whole number of at most 32 bits, got -99999999999"),
                field(
                                "{\"zoom\":" + "9".repeat(5000) + "}",
                                "zoom",
                                "zoom must be a whole number of at most 32 bits, got " + "9".repeat(40) + "...")
                        .called("a number of 5000 digits"),
                field(SOME_POSTER.replace("\"x\":0", "\"x\":2"), "x", "x must be 0 to 1, got 2"),
                field(
                        SOME_POSTER.replace("\"columns\":2", "\"columns\":3"),
                        "columns",
                        "columns must be 1 to 2, got 3"),
                field(SOME_POSTER.replace("\"rows\":1", "\"rows\":0"), "rows", "rows must be 1 to 2, got 0"),
                field(
                        "{\"zoom\":9,\"x\":0,\"y\":0,\"columns\":9,\"rows\":1}",
                        "columns",
                        "columns must be 1 to 8, got 9"),
                field(SOME_POSTER.replace("50}", "5001}"), "iterations", "iterations must be 1 to 5000, got 5001"),
                field(
                        "{\"zoom\":9,\"x\":0,\"y\":0,\"columns\":8,\"rows\":8,\"iterations\":1001}",
                        "iterations",
                        "iterations must be 1 to 1000 for a poster of 64 tiles, got 1001"));
    }

    private static List<Refusal> posterHeaders() {
        byte[] poster = SOME_POSTER.getBytes(StandardCharsets.UTF_8);
        return List.of(
                Refusal.of(415, new Request("POST", "/posters", "", Map.of(), poster), "Content-Type", NEEDS_JSON_TYPE)
                        .called("no content type"),
                type("text/plain"),
                type("application/x-www-form-urlencoded"),
                type("application/jsonp"),
                Refusal.of(400, orderWithKey(SOME_POSTER, "k".repeat(129)), "Idempotency-Key", KEY_FORM)
                        .called("an idempotency key of 129 characters"),
                Refusal.of(400, orderWithKey(SOME_POSTER, "two words"), "Idempotency-Key", KEY_FORM)
                        .called("an idempotency key with a space"),
                Refusal.of(400, orderWithKey(SOME_POSTER, "clé"), "Idempotency-Key", KEY_FORM)
                        .called("an idempotency key beyond ASCII"));
    }

    private static Refusal bad(String target, String field, String detail) {
        return Refusal.of(400, get(target), field, detail);
    }

    private static Refusal iterations(String value, String detail) {
        return bad("/tiles/0/0/0.png?iterations=" + value, "iterations", detail);
    }

    private static Refusal missing(String path) {
        return Refusal.of(404, get(path), NOTHING_HERE);
    }

    private static Refusal field(String json, String field, String detail) {
        return Refusal.of(400, order(json), field, detail);
    }

    private static Refusal type(String type) {
        byte[] poster = SOME_POSTER.getBytes(StandardCharsets.UTF_8);
        return Refusal.of(415, order(poster, Map.of("content-type", type)), "Content-Type", NEEDS_JSON_TYPE)
                .called("content type " + type);
    }
}
