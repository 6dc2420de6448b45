package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.functions.LoopbackRuntimeApi.Answer;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The handler of the built jar, under AWS's runtime interface client. */
class PosterQueueHandlerIT {
    @Test
    void rendersEachPosterIntoTheBucket() throws IOException {
        try (var function = new RunningFunction(PosterQueueHandler.class, HttpApiHandlerIT.settings())) {
            Map<String, Object> answer = function.answer(EventSample.SQS_POSTERS.text());
            assertEquals(Map.of("batchItemFailures", List.of()), answer);
            assertEquals(
                    List.of(
                            "UpdateItem",
                            "PUT /atlas-images/posters/job-0001.png",
                            "UpdateItem",
                            "UpdateItem",
                            "PUT /atlas-images/posters/job-0002.png",
                            "UpdateItem"),
                    function.aws().calls());
        }
    }

    @Test
    void livesOnAfterAnEventThatIsNoBatch() throws IOException {
        try (var function = new RunningFunction(PosterQueueHandler.class, HttpApiHandlerIT.settings())) {
            Answer refused = function.invoke(EventSample.HTTP_API_GET_TILE.text());
            assertEquals(true, refused.failed());
            assertEquals(
                    "this is no event of SQS: it has no Records",
                    JSON.std.mapFrom(refused.json()).get("errorMessage"));
            assertEquals(
                    Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", "a-message"))),
                    function.answer("{\"Records\":[{\"messageId\":\"a-message\",\"body\":\"\"}]}"));
        }
    }
}
