package atlas.proof.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CirclesTest {
    @Test
    void areThoseWhoNeedEachOther() {
        assertEquals(
                List.of(Set.of("a", "b", "c"), Set.of("e")),
                Circles.in(new TreeMap<>(Map.of(
                        "a", Set.of("b"),
                        "b", Set.of("c", "d"),
                        "c", Set.of("a"),
                        "d", Set.of(),
                        "e", Set.of("e", "a"),
                        "f", Set.of("a")))));
    }

    @Test
    void areNoneWhereEverythingHasAnOrder() {
        assertEquals(List.of(), Circles.in(Map.of("a", Set.of("b", "c"), "b", Set.of("c"), "c", Set.of("elsewhere"))));
    }
}
