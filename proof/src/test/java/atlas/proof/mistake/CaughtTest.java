package atlas.proof.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.IntNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaughtTest {
    private static final Mistake KNOWN = mistake("known", Map.of("lint", List.of("E1", "E2")));
    private static final Mistake UNKNOWN = mistake("unknown", Map.of("other", List.of("X")));

    @Test
    void isAsItIsSaid() {
        Caught caught = caught(Set.of("E1", "E2"), Set.of());

        assertEquals(List.of(), caught.otherwise());
        assertEquals(1, caught.count());
    }

    @Test
    void tellsWhatIsLetPassAndWhatNobodySaid() {
        assertEquals(
                List.of(
                        "known: of Web/Page lint says nothing, and should say E1, E2",
                        "unknown: of Web/Page lint says E3, and should say nothing"),
                caught(Set.of(), Set.of("E3")).otherwise());
    }

    private static Caught caught(Set<String> known, Set<String> unknown) {
        return new Caught(
                "lint", List.of(KNOWN, UNKNOWN), Map.of("known", known, "unknown", unknown), Duration.ofSeconds(1));
    }

    private static Mistake mistake(String id, Map<String, List<String>> caught) {
        return new Mistake(id, "did it", Map.of("Web/Page/Type", IntNode.valueOf(1)), "Web/Page", caught);
    }
}
