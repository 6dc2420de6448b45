package atlas.adapters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.app.Job;
import atlas.app.Poster;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Nothing listens at AWS's addresses here, and there are no credentials: an answer can only be a made-up one. */
class RehearsalPortsTest {
    @Test
    void takesEveryJobAndKnowsEveryJobAsDone() {
        var table = RehearsalPorts.jobTable();
        Job job = Job.queued("job-0001", new Poster(1, 0, 0, 2, 2, 9), Instant.EPOCH);
        assertEquals(job, table.putIfAbsent(job));
        assertEquals(Job.State.DONE, table.find("job-0001").orElseThrow().state());
    }

    @Test
    void takesEveryMessage() {
        var queue = RehearsalPorts.jobQueue();
        assertDoesNotThrow(() -> queue.send("job-0001"));
        assertDoesNotThrow(() -> queue.send("a4_x6i-I7Ha6Ll107nNtaKDYLcSQY3vO"));
    }

    @Test
    void hasEveryObject() {
        assertArrayEquals(
                "an image".getBytes(StandardCharsets.US_ASCII),
                RehearsalPorts.objectStore().get("posters/job-0001.png").orElseThrow());
    }
}
