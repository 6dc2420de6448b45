package atlas.containers;

import java.util.stream.Stream;

/**
 * Requests that break the rules of HTTP/1.1, or stretch them, and how they are answered; the same on JDK 17 and 25.
 *
 * @param answer statuses in order, one a request that was understood; empty when the server hangs up and says nothing
 */
record MalformedHttp(String name, String request, String answer) {
    private static final String ORDER = "POST /posters HTTP/1.1\r\nContent-Type: application/json\r\n";
    private static final String CHUNKED = ORDER + "Transfer-Encoding: chunked\r\n\r\n";
    private static final int TOO_MUCH = 70_000;

    static Stream<MalformedHttp> all() {
        return Stream.of(requestLines(), targets(), headers(), lengths(), chunks(), several())
                .flatMap(each -> each);
    }

    private static Stream<MalformedHttp> requestLines() {
        return Stream.of(
                of("nothing", "", ""),
                of("zeros", "\0".repeat(100), ""),
                of("a TLS hello", "\u0016\u0003\u0001\0\u00a5\u0001\0\0\u00a1\u0003\u0003" + "\0".repeat(60), ""),
                of("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "404"),
                of("one word", "nonsense\r\n\r\n", "400"),
                of("no version", "GET /health\r\n\r\n", "400"),
                of("tabs", "GET\t/health\tHTTP/1.1\r\n\r\n", "400"),
                of("no method", " /health HTTP/1.1\r\n\r\n", "405"),
                of("blank lines first", "\r\n\r\nGET /health HTTP/1.1\r\n\r\n", "200"),
                of("line feeds alone", "GET /health HTTP/1.1\nHost: x\n\n", ""),
                of("an endless line", "GET /" + "a".repeat(TOO_MUCH), ""));
    }

    private static Stream<MalformedHttp> targets() {
        return Stream.of(
                of("half an escape", "GET /%zz HTTP/1.1\r\n\r\n", "400"),
                of("bytes beyond ASCII", "GET /\u00ff\u00fe HTTP/1.1\r\n\r\n", "404"),
                of("an absolute address", "GET http://example.com/health HTTP/1.1\r\n\r\n", "200"),
                of("another host's address", "GET //evil.example/%2e%2e HTTP/1.1\r\n\r\n", "404"),
                of("a tunnel", "CONNECT example.com:443 HTTP/1.1\r\n\r\n", ""),
                of("no path", "GET urn:x HTTP/1.1\r\n\r\n", ""),
                of("a query alone", "GET ?x HTTP/1.1\r\n\r\n", "404"),
                of("an asterisk", "OPTIONS * HTTP/1.1\r\n\r\n", "404"));
    }

    private static Stream<MalformedHttp> headers() {
        String health = "GET /health HTTP/1.1\r\n";
        return Stream.of(
                of("no colon", health + "Host\r\n\r\n", "400"),
                of("a space before the colon", health + "Host : x\r\n\r\n", "400"),
                of("no name", health + ": x\r\n\r\n", "400"),
                of("a zero in the name", health + "Ho\0st: x\r\n\r\n", "400"),
                of("a zero in the value", health + "Host: x\0y\r\n\r\n", "200"),
                of("a folded value", health + "Host: x\r\n y\r\n\r\n", "200"),
                of("two hosts", health + "Host: a\r\nHost: b\r\n\r\n", "200"),
                of("500 of them", health + "%s\r\n".formatted(numbered(500)), ""),
                of("an endless one", health + "A: " + "a".repeat(TOO_MUCH), ""));
    }

    private static String numbered(int count) {
        var headers = new StringBuilder();
        for (int i = 0; i < count; i++) {
            headers.append("A%d: b\r\n".formatted(i));
        }
        return headers.toString();
    }

    /** What two servers might read differently is no request, or it could hide another one from the first. */
    private static Stream<MalformedHttp> lengths() {
        return Stream.of(
                of(
                        "a length and chunks",
                        ORDER + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        "400"),
                of("two lengths", ORDER + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x", "400"),
                of("a list of lengths", ORDER + "Content-Length: 2, 2\r\n\r\n{}", "400"),
                of("a negative length", ORDER + "Content-Length: -1\r\n\r\n", "400"),
                of("a length in words", ORDER + "Content-Length: two\r\n\r\n{}", "400"),
                of("a length beyond 64 bits", ORDER + "Content-Length: 99999999999999999999\r\n\r\n{}", "400"),
                of("a length that never comes", ORDER + "Content-Length: 9223372036854775807\r\n\r\n{}", ""),
                of("half a body", ORDER + "Content-Length: 50\r\n\r\n{\"zoom\":1", ""),
                of("an unknown coding", ORDER + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", "501"),
                of("a coding before chunks", ORDER + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "501"));
    }

    private static Stream<MalformedHttp> chunks() {
        return Stream.of(
                of("a size in words", CHUNKED + "zz\r\n{}\r\n0\r\n\r\n", ""),
                of("a negative size", CHUNKED + "-1\r\n{}\r\n0\r\n\r\n", ""),
                of("a size beyond 64 bits", CHUNKED + "ffffffffffffffffff\r\n{}\r\n0\r\n\r\n", ""),
                of("a size of 2 GiB", CHUNKED + "7fffffff\r\n{}\r\n0\r\n\r\n", ""),
                of("no line end behind a chunk", CHUNKED + "2\r\n{}0\r\n\r\n", ""),
                of("an extension", CHUNKED + "2;a=b\r\n{}\r\n0\r\n\r\n", "400"),
                of("half a chunk", CHUNKED + "5\r\n{}", ""));
    }

    private static Stream<MalformedHttp> several() {
        String get = "GET /health HTTP/1.1\r\n";
        return Stream.of(
                of("two at once", get + "\r\n" + get + "\r\n", "200 200"),
                of("one behind a body", ORDER + "Content-Length: 2\r\n\r\n{}" + get + "\r\n", "400 200"),
                of("one within a body", get + "Content-Length: 24\r\n\r\n" + get + "\r\n" + get + "\r\n", "200 200"));
    }

    private static MalformedHttp of(String name, String request, String answer) {
        return new MalformedHttp(name, request, answer);
    }

    @Override
    public String toString() {
        return name;
    }
}
