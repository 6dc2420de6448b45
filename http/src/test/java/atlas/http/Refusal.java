package atlas.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A request that must be refused, and how.
 *
 * @param name what a report calls it
 * @param needs what a way to the app must be capable of, for this answer to be the app's own
 * @param field the one named in the problem details; empty for none
 */
record Refusal(String name, Request request, Set<Capability> needs, int status, String field, String detail) {
    static final String SOME_POSTER = "{\"zoom\":1,\"x\":0,\"y\":0,\"columns\":2,\"rows\":1,\"iterations\":50}";

    /** As RFC 9110 and RFC 6585 have them. */
    private static final Map<Integer, String> TITLES = Map.of(
            400, "Bad Request",
            404, "Not Found",
            405, "Method Not Allowed",
            413, "Content Too Large",
            414, "URI Too Long",
            415, "Unsupported Media Type",
            422, "Unprocessable Content",
            431, "Request Header Fields Too Large");

    static Refusal of(int status, Request request, String detail) {
        return of(status, request, "", detail);
    }

    static Refusal of(int status, Request request, String field, String detail) {
        return new Refusal(describe(request), request, Set.of(), status, field, detail);
    }

    Refusal needs(Capability... capabilities) {
        return new Refusal(name, request, EnumSet.copyOf(Arrays.asList(capabilities)), status, field, detail);
    }

    Refusal called(String better) {
        return new Refusal(better, request, needs, status, field, detail);
    }

    static Request get(String pathAndQuery) {
        return Request.of("GET", pathAndQuery);
    }

    static Request order(String json) {
        return order(json.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Request order(byte[] body, Map<String, String> headers) {
        var all = new LinkedHashMap<>(headers);
        all.putIfAbsent("content-type", "application/json");
        return new Request("POST", "/posters", "", all, body);
    }

    static Request orderWithKey(String json, String key) {
        return order(json.getBytes(StandardCharsets.UTF_8), Map.of("idempotency-key", key));
    }

    /** The whole of the problem details. */
    Map<String, Object> problem() {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", TITLES.get(status));
        problem.put("status", status);
        problem.put("detail", detail);
        if (!field.isEmpty()) {
            problem.put("field", field);
        }
        return problem;
    }

    private static String describe(Request request) {
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        String body = new String(request.body(), StandardCharsets.UTF_8);
        return Excerpt.of(
                "%s %s%s %s"
                        .formatted(request.method(), request.path(), query, body)
                        .strip(),
                100);
    }

    @Override
    public String toString() {
        return name;
    }
}
