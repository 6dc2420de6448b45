package atlas.proof.rehearsal.seen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CensusTest {
    private static final Census BEFORE =
            new Census(Map.of("queue", Set.of("theirs"), "table", Set.of()), Set.of("file system"));

    @Test
    void tellsWhatWasNotThereBefore() {
        Census after = new Census(Map.of("queue", Set.of("theirs", "ours"), "table", Set.of()), Set.of("file system"));

        assertEquals(List.of("queue ours"), after.since(BEFORE));
    }

    /** Silence after the deletion is no sign that it worked. */
    @Test
    void tellsWhatIsNoLongerTold() {
        Census after = new Census(Map.of("table", Set.of()), Set.of("file system", "queue"));

        assertEquals(List.of("queue (no longer told)"), after.since(BEFORE));
    }
}
