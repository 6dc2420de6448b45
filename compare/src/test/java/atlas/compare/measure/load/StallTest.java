package atlas.compare.measure.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.measure.Conditions;
import atlas.compare.measure.Latency;
import atlas.compare.measure.StandIn;
import atlas.compare.measure.StandIn.Reply;
import atlas.compare.measure.TileMix;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server that stalls once, for a second: one slow answer, but a second in which all who came had to wait. */
class StallTest {
    private static final int PER_SECOND = 50;
    private static final int SECONDS = 4;

    @Test
    void showsInThePercentiles() throws IOException, InterruptedException {
        try (var server = new StandIn(1).plays("local", n -> n == 100 ? new Reply(200, Map.of(), 1_000) : Reply.TILE)) {
            var load = new Load(new HttpTiles(URI.create(server.url("local"))), new Scrutiny("local"), 16);

            Observation seen = load.atRate(new TileMix(1).next(PER_SECOND * SECONDS, 256), PER_SECOND);

            Latency latency = seen.latency(new Conditions(PER_SECOND, SECONDS, 256, 1));
            assertEquals(PER_SECOND * SECONDS, latency.requests());
            assertEquals(0, latency.failed(), seen::failures);
            // a quarter came during the stall: they waited half a second on average, and the unlucky nearly all of it
            assertTrue(latency.p90Millis() > 400, latency::toString);
            assertTrue(latency.p99Millis() > 800, latency::toString);
            assertEquals(server.asked(), server.tiles());
        }
    }
}
