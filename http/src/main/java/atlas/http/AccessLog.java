package atlas.http;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/** A line for each request: {@code method}, {@code path}, {@code status}, {@code millis}, {@code bytes}. */
final class AccessLog {
    private static final int MAX_PATH = 256;
    private final JsonLog log;

    AccessLog(JsonLog log) {
        this.log = log;
    }

    void request(Request request, Response response, Instant start, Instant end, Optional<Throwable> failure) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("method", Excerpt.of(request.method(), MAX_PATH));
        fields.put("path", Excerpt.of(request.path(), MAX_PATH));
        fields.put("status", response.status());
        fields.put("millis", Duration.between(start, end).toNanos() / 10_000 / 100.0);
        fields.put("bytes", response.body().length);
        failure.ifPresent(cause -> fields.put("exception", JsonLog.stackTrace(cause)));
        log.write(level(request, response), fields);
    }

    private static Level level(Request request, Response response) {
        if (response.status() >= 500) {
            return response.status() == 503 ? Level.WARN : Level.ERROR;
        }
        return request.path().endsWith("/health") ? Level.DEBUG : Level.INFO;
    }
}
