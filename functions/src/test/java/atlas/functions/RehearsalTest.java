package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    @Test
    void hasEveryKindOfRequestAnsweredAsOnTheDay() {
        assertEquals(List.of(200, 200, 200, 200, 200, 200, 200, 200, 200, 202, 200, 200, 404), Rehearsal.requests());
    }

    @Test
    void speaksTlsToNobody() {
        assertDoesNotThrow(new Rehearsal()::run);
    }
}
