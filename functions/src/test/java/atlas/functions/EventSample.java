package atlas.functions;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Events in the shapes that AWS documents: payload format 2.0 in "Create AWS Lambda proxy integrations for HTTP APIs", the
 * standard queue's in "Using Lambda with Amazon SQS", S3's in "EventBridge event message structure". What is changed of
 * them, and what becomes of it, is in the tables {@code events/*.csv}.
 */
enum EventSample {
    /** A browser asks for a tile below the prefix, with cookies and a query. */
    HTTP_API_GET_TILE("http-api-get-tile.json"),
    /** A poster is ordered at the root, with an idempotency key; the body is in base64. */
    HTTP_API_POST_POSTER("http-api-post-poster.json"),
    /** Two posters, {@code job-0001} and {@code job-0002}, in one batch. */
    SQS_POSTERS("sqs-posters.json"),
    /** EventBridge tells that {@code jobs/sunset.json} was created in the bucket {@code atlas-images}. */
    S3_JOB_CREATED("s3-job-created.json"),
    /** The schedule's own input, with the hour filled in: one of the whole set, which is drawn the fastest. */
    SCHEDULE_HOUR("schedule-hour.json");

    private final String file;

    EventSample(String file) {
        this.file = file;
    }

    String text() throws IOException {
        return read(file);
    }

    private static String read(String file) throws IOException {
        try (InputStream content = EventSample.class.getResourceAsStream("/events/" + file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * An event of a table: a file in {@code events/}, or the very text.
     *
     * @param change one value of it that is another, as in {@code Records.0.body = null}; null for none
     */
    static String event(String fileOrText, String change) throws IOException {
        if (fileOrText == null || !fileOrText.endsWith(".json")) {
            return fileOrText == null ? "" : fileOrText;
        }
        return change == null ? read(fileOrText) : changed(read(fileOrText), change);
    }

    private static String changed(String event, String change) throws IOException {
        String[] pathAndValue = change.split(" = ", 2);
        String[] path = pathAndValue[0].split("\\.");
        Object whole = JSON.std.anyFrom(event);
        Object inner = whole;
        for (String name : Arrays.copyOf(path, path.length - 1)) {
            inner = inner instanceof List<?> list ? list.get(Integer.parseInt(name)) : ((Map<?, ?>) inner).get(name);
        }
        @SuppressWarnings("unchecked")
        var last = (Map<String, Object>) inner;
        last.put(path[path.length - 1], JSON.std.anyFrom(pathAndValue[1]));
        return JSON.std.asString(whole);
    }

    /** A copy that may be changed. */
    Map<String, Object> json() throws IOException {
        return JSON.std.mapFrom(text());
    }

    /** The object that {@code names} lead to, from the outside in. */
    static Map<String, Object> object(Map<String, Object> json, String... names) {
        Map<String, Object> found = json;
        for (String name : names) {
            @SuppressWarnings("unchecked")
            var inner = (Map<String, Object>) found.get(name);
            found = inner;
        }
        return found;
    }
}
