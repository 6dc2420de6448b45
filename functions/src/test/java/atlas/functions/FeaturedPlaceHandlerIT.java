package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.functions.LoopbackRuntimeApi.Answer;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The handler of the built jar, under AWS's runtime interface client. */
class FeaturedPlaceHandlerIT {
    private static final Map<String, String> SETTINGS = Map.of(
            "ATLAS_OPTION", "lambda-schedule",
            "ATLAS_BUCKET", "atlas-images",
            "ATLAS_TABLE", "atlas-jobs",
            "ATLAS_VISIBILITY_SECONDS", "150");

    @Test
    void makesThePosterOfTheHourAndLivesOnAfterAnotherEvent() throws IOException {
        try (var function = new RunningFunction(FeaturedPlaceHandler.class, SETTINGS)) {
            Answer refused = function.invoke("{}");
            assertEquals(true, refused.failed());
            assertEquals(
                    "scheduledAt must be a time such as 2026-11-22T05:00:00Z, got null",
                    JSON.std.mapFrom(refused.json()).get("errorMessage"));

            assertEquals(
                    Map.of("job", "featured-20261122T00Z", "title", "The whole set", "outcome", "DONE"),
                    function.answer("{\"scheduledAt\":\"2026-11-22T00:00:00Z\"}"));
            assertEquals(
                    List.of(
                            "PutItem",
                            "UpdateItem",
                            "PUT /atlas-images/posters/featured-20261122T00Z.png",
                            "UpdateItem"),
                    function.aws().calls());
        }
    }
}
