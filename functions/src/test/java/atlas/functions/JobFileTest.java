package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.InvalidInput;
import atlas.app.JobIds;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobFileTest {
    private static final String ETAG = "d41d8cd98f00b204e9800998ecf8427e";

    @Test
    void isReadFromAnEventOfEventBridge() throws IOException {
        Map<String, Object> event =
                JSON.std.mapFrom(EventSample.S3_JOB_CREATED.text().replace("@etag@", ETAG));
        assertEquals(new JobFile("atlas-images", "jobs/sunset.json", 60, ETAG), JobFile.in(event));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"detail\":{}}",
                "{\"detail\":[]}",
                "{\"detail\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"jobs/a.json\",\"size\":1}}}",
                "{\"detail\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"jobs/a.json\",\"size\":1,\"etag\":\"../x\"}}}",
                "{\"Records\":[{\"s3\":{}}]}",
            })
    void refusesAnotherEvent(String text) throws IOException {
        Map<String, Object> event = JSON.std.mapFrom(text);
        var refused = assertThrows(IllegalArgumentException.class, () -> JobFile.in(event));
        assertEquals(
                "this is no event of S3 by EventBridge: it names no bucket and no object with its size and its etag",
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "sunset", "a_name_of-24_characters_"})
    void namesTheJobByNameAndContent(String name) {
        JobFile file = new JobFile("b", "jobs/" + name + ".json", 1, ETAG);

        assertDoesNotThrow(file::requireName);
        assertEquals(name + "-" + ETAG, file.jobId());
        assertTrue(JobIds.isId(file.jobId() + "-10000"));
    }

    /** Whoever may write jobs decides about keys, and must not decide about where the output goes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jobs/../posters/sunset.json",
                "jobs/../../etc/passwd.json",
                "jobs/a/b.json",
                "jobs/.json",
                "jobs//.json",
                "jobs/a.json.json",
                "jobs/a b.json",
                "jobs/a%2Fb.json",
                "jobs/a\u0000.json",
                "jobs/a.json\n",
                "jobs/\u202e.json",
                "jobs/a-name-of-25-characters-x.json",
                "posters/sunset.json",
                "/jobs/a.json",
                ""
            })
    void refusesAKeyThatIsNoNameOfAJob(String key) {
        JobFile file = new JobFile("b", key, 1, ETAG + "-10000");

        var refused = assertThrows(InvalidInput.class, file::requireName);
        assertEquals(
                "a job is called jobs/NAME.json, where NAME is 1 to 24 letters, digits, dashes and underscores",
                refused.getMessage());
        assertTrue(file.jobId().matches("unnamed-[0-9a-f]{16}-" + ETAG + "-10000"), file.jobId());
        assertTrue(JobIds.isId(file.jobId()), file.jobId());
    }
}
