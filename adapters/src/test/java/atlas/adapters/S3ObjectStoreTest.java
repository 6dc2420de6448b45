package atlas.adapters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.app.InvalidInput;
import atlas.app.ObjectStore;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.s3.model.AccessDeniedException;
import software.amazon.awssdk.services.s3.model.S3Exception;

@ExtendWith(LocalAws.Shared.class)
class S3ObjectStoreTest {
    private static final String KEY = "posters/job-00000001.png";

    private final LocalAws aws;
    private final String bucket;
    private final ObjectStore objects;

    S3ObjectStoreTest(LocalAws aws) {
        this.aws = aws;
        bucket = aws.newBucket();
        objects = aws.ports().objectStore(bucket);
    }

    @Test
    void givesBackWhatWasPut() {
        byte[] poster = new byte[4 << 20];
        new Random(1).nextBytes(poster);

        objects.put(KEY, poster, "image/png");
        assertArrayEquals(poster, objects.get(KEY).orElseThrow());
        assertEquals("image/png", aws.s3().stored(bucket, KEY).contentType());
    }

    @Test
    void replacesWhatWasThere() {
        objects.put(KEY, "old".getBytes(UTF_8), "image/png");
        objects.put(KEY, "new".getBytes(UTF_8), "image/png");
        assertEquals(Optional.of("new"), objects.get(KEY).map(content -> new String(content, UTF_8)));
    }

    @Test
    void hasNothingUnderAMissingKey() {
        assertEquals(Optional.empty(), objects.get("posters/missing.png"));
    }

    @Test
    void saysWhatToAllowWhenReadingIsForbidden() {
        aws.wire().spoil("s3:GetObject", Fault.FORBIDDEN);

        var refused = assertThrows(IllegalStateException.class, () -> objects.get(KEY));
        assertEquals(
                ("s3://%s/%s is forbidden, or missing while the role may not list; "
                                + "allow s3:GetObject on its objects and s3:ListBucket on the bucket")
                        .formatted(bucket, KEY),
                refused.getMessage());
        assertEquals(AccessDeniedException.class, refused.getCause().getClass());
    }

    @Test
    void readsNoMoreThanItMay() {
        byte[] content = "{\"zoom\":1}".getBytes(UTF_8);
        objects.put("jobs/a.json", content, "application/json");
        assertArrayEquals(
                content,
                objects.get("jobs/a.json", content.length).orElseThrow().content());

        objects.put("jobs/a.json", new byte[64 << 20], "application/json");
        List<String> operations = aws.wire().during(() -> {
            var refused = assertThrows(InvalidInput.class, () -> objects.get("jobs/a.json", 16_384));
            assertEquals("size must be 0 to 16384 bytes, got 67108864", refused.getMessage());
        });
        assertEquals(List.of("s3:GetObject"), operations);
        assertEquals(Optional.empty(), objects.get("jobs/none.json", 16_384));
    }

    /** The events of S3 name the tag without its quotes. */
    @Test
    void tagsContentAsEventsDo() {
        objects.put("jobs/a.json", new byte[0], "application/json");
        assertEquals(
                "d41d8cd98f00b204e9800998ecf8427e",
                objects.get("jobs/a.json", 1).orElseThrow().etag());
    }

    @Test
    void triesAgainWhenToldToSlowDown() {
        aws.wire().spoil("s3:PutObject", Fault.THROTTLED);
        aws.wire().spoil("s3:GetObject", Fault.THROTTLED);

        List<String> operations = aws.wire().during(() -> {
            objects.put(KEY, "poster".getBytes(UTF_8), "image/png");
            assertEquals(Optional.of("poster"), objects.get(KEY).map(content -> new String(content, UTF_8)));
        });
        assertEquals(List.of("s3:PutObject", "s3:PutObject", "s3:GetObject", "s3:GetObject"), operations);
    }

    @Test
    void saysAtOnceThatWritingIsForbidden() {
        aws.wire().spoil("s3:PutObject", Fault.FORBIDDEN);

        List<String> operations = aws.wire().during(() -> {
            var refused = assertThrows(S3Exception.class, () -> objects.put(KEY, new byte[1], "image/png"));
            assertEquals("AccessDenied", refused.awsErrorDetails().errorCode());
        });
        assertEquals(List.of("s3:PutObject"), operations);
    }
}
