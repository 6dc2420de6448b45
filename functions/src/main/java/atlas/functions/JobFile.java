package atlas.functions;

import atlas.app.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object that somebody put into the bucket, as the event tells of it. What is there when the event arrives may be
 * another one, or none.
 *
 * @param key as somebody chose it, so it may hold anything
 * @param size in bytes
 * @param etag S3's sum of the content
 */
record JobFile(String bucket, String key, long size, String etag) {
    private static final int MAX_NAME = 24;
    /** As S3 allows; what is longer would make a long error, which might not fit into the failure queue with its event. */
    private static final int MAX_BUCKET = 63;

    private static final int MAX_KEY = 1024;
    private static final Pattern KEY = Pattern.compile("jobs/([A-Za-z0-9_-]{1,%d})\\.json".formatted(MAX_NAME));
    /** With the number of its parts, if it came in several. */
    private static final Pattern ETAG = Pattern.compile("[0-9a-f]{32}(-[0-9]{1,5})?");

    /**
     * @param event of S3, as EventBridge hands it on
     * @throws IllegalArgumentException if it is another event
     */
    static JobFile in(Map<String, Object> event) {
        if (event != null
                && event.get("detail") instanceof Map<?, ?> detail
                && detail.get("bucket") instanceof Map<?, ?> bucket
                && bucket.get("name") instanceof String name
                && name.length() <= MAX_BUCKET
                && detail.get("object") instanceof Map<?, ?> object
                && object.get("key") instanceof String key
                && key.length() <= MAX_KEY
                && object.get("size") instanceof Number size
                && object.get("etag") instanceof String etag
                && ETAG.matcher(etag).matches()) {
            return new JobFile(name, key, size.longValue(), etag);
        }
        throw new IllegalArgumentException(
                "this is no event of S3 by EventBridge: it names no bucket and no object with its size and its etag");
    }

    /** @throws InvalidInput if it is not called as a job has to be */
    void requireName() {
        if (!KEY.matcher(key).matches()) {
            throw new InvalidInput(
                    "key",
                    "a job is called jobs/NAME.json, where NAME is 1 to %d letters, digits, dashes and underscores"
                            .formatted(MAX_NAME));
        }
    }

    /**
     * Names the job by name and content: {@code jobs/sunset.json} becomes {@code sunset-<etag>}. The same event twice is
     * one job, and so is the same content written again; a new content is a new job, whichever event comes first.
     */
    String jobId() {
        Matcher fit = KEY.matcher(key);
        return (fit.matches() ? fit.group(1) : "unnamed-" + digest(key)) + "-" + etag;
    }

    private static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
