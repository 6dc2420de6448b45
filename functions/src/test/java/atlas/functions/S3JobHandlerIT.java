package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.functions.LoopbackRuntimeApi.Answer;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The handler of the built jar, under AWS's runtime interface client, with the settings of its stack. */
class S3JobHandlerIT {
    /** What the stack sets: no queue. */
    static final Map<String, String> SETTINGS = Map.of(
            "ATLAS_OPTION", "lambda-s3-trigger",
            "ATLAS_BUCKET", "atlas-images",
            "ATLAS_TABLE", "atlas-jobs",
            "ATLAS_VISIBILITY_SECONDS", "150");

    private static final byte[] JOB =
            "{\"zoom\":1,\"x\":0,\"y\":0,\"columns\":1,\"rows\":1,\"iterations\":9}".getBytes(StandardCharsets.UTF_8);
    private static final String ETAG = LoopbackAws.md5(JOB);

    @Test
    void makesThePosterThatTheObjectDescribes() throws IOException {
        try (var function = new RunningFunction(S3JobHandler.class, SETTINGS)) {
            function.aws().keep(JOB);

            assertEquals(Map.of("job", "sunset-" + ETAG, "outcome", "DONE"), function.answer(created(ETAG)));
            assertEquals(
                    List.of(
                            "GET /atlas-images/jobs/sunset.json",
                            "PutItem",
                            "UpdateItem",
                            "PUT /atlas-images/posters/sunset-" + ETAG + ".png",
                            "UpdateItem"),
                    function.aws().calls());
        }
    }

    @Test
    void recordsAJobThatCannotBeDoneAndLivesOnAfterAnotherEvent() throws IOException {
        try (var function = new RunningFunction(S3JobHandler.class, SETTINGS)) {
            Answer refused = function.invoke(EventSample.SQS_POSTERS.text());
            assertEquals(true, refused.failed());
            assertEquals(
                    "this is no event of S3 by EventBridge: it names no bucket and no object with its size and its etag",
                    JSON.std.mapFrom(refused.json()).get("errorMessage"));

            function.aws().keep(new byte[16_385]);
            assertEquals(Map.of("job", "sunset-" + ETAG, "outcome", "FAILED"), function.answer(created(ETAG)));
            assertEquals(
                    List.of(
                            "GET /atlas-images/jobs/sunset.json",
                            "PUT /atlas-images/posters/sunset-" + ETAG + ".failed.json"),
                    function.aws().calls());
        }
    }

    private static String created(String etag) throws IOException {
        return EventSample.S3_JOB_CREATED.text().replace("@etag@", etag);
    }
}
