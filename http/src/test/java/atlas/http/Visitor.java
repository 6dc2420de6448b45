package atlas.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who asks the questions of the contract. Below a prefix where the root cannot be reached, so that paths read alike. */
record Visitor(Endpoint endpoint) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    String option() {
        return endpoint.option();
    }

    String prefix() {
        return endpoint.prefix();
    }

    Response get(String target) throws IOException {
        return send(Request.of("GET", target));
    }

    Response send(Request request) throws IOException {
        return endpoint.send(new Request(
                request.method(), path(request.path()), request.query(), request.headers(), request.body()));
    }

    /** The status of a path that stands for itself, below a prefix or not. */
    int statusOf(String path) throws IOException {
        return endpoint.send(Request.of("GET", path)).status();
    }

    String path(String path) {
        return endpoint.lacks().contains(Capability.ROOT_PATHS) ? prefix() + path : path;
    }

    Map<String, Object> awaitDone(String path) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        Map<String, Object> job = json(get(path));
        while (!job.get("state").equals("done") && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
            job = json(get(path));
        }
        assertEquals("done", job.get("state"), job::toString);
        return job;
    }

    boolean lacksOneOf(Set<Capability> needs) {
        return needs.stream().anyMatch(endpoint.lacks()::contains);
    }

    /** What the way to the app cannot do is no failure of the app; the report names it. */
    void needs(Capability capability) {
        assumeFalse(endpoint.lacks().contains(capability), () -> "lacks " + capability);
    }

    static void assertHeader(String expected, Response response, String name) {
        assertEquals(Optional.of(expected), response.header(name), name);
    }

    static Map<String, Object> json(Response response) throws IOException {
        return JSON.std.mapFrom(response.body());
    }
}
