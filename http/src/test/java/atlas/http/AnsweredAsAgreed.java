package atlas.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** What holds for whatever is sent: an answer that the contract knows, and one line in the log without a failure in it. */
final class AnsweredAsAgreed {
    /** None of them says that the fault is ours. */
    private static final Set<Integer> STATUSES = Set.of(200, 202, 304, 400, 404, 405, 413, 414, 415, 422, 431);

    private static final Set<String> PROBLEM = Set.of("type", "title", "status", "detail", "field");

    private AnsweredAsAgreed() {}

    static void check(Request request) throws IOException {
        var app = new TestApp();
        Response response = app.answer(request);
        assertTrue(STATUSES.contains(response.status()), () -> "got " + response.status() + app.log());
        assertEquals("option", response.header("X-Compute-Option").orElse("none"));
        boolean head = request.method().equals("HEAD");
        assertTrue(!head || response.body().length == 0);
        if (response.status() >= 400 && !head) {
            requireProblem(response);
        }
        requireOneLine(app, response);
    }

    private static void requireProblem(Response response) throws IOException {
        Map<String, Object> problem = JSON.std.mapFrom(response.body());
        assertTrue(PROBLEM.containsAll(problem.keySet()), problem::toString);
        assertEquals(response.status(), problem.get("status"));
        assertFalse(problem.get("detail").toString().isBlank());
        assertEquals(
                Integer.toString(response.body().length),
                response.header("Content-Length").orElse("none"));
    }

    private static void requireOneLine(TestApp app, Response response) throws IOException {
        assertEquals(1, app.log().size());
        Map<String, Object> line = JSON.std.mapFrom(app.log().get(0));
        assertEquals(response.status(), line.get("status"));
        assertEquals(response.body().length, line.get("bytes"));
        assertFalse(line.containsKey("exception"), line::toString);
    }
}
