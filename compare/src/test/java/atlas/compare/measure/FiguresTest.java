package atlas.compare.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void takesTheMiddleOfThreeAndTheMeanOfTheMiddleTwoOfFour() {
        assertEquals(2, Figures.median(List.of(9, 1, 2)));
        assertEquals(2.5, Figures.median(List.of(9, 1, 2, 3)));
    }

    @Property
    void hasHalfOfTheFiguresOnEachSideOfTheMedian(@ForAll @NotEmpty List<Integer> figures) {
        double median = Figures.median(figures);

        assertTrue(figures.stream().filter(figure -> figure < median).count() <= figures.size() / 2);
        assertTrue(figures.stream().filter(figure -> figure > median).count() <= figures.size() / 2);
    }

    @Test
    void hasNoMedianOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> Figures.median(List.of()));
    }

    @Test
    void roundsToAHundredth() {
        assertEquals(12.35, Figures.rounded(12.3456));
        assertEquals(0, Figures.rounded(0.001));
    }

    @Test
    void refusesWhatIsNoFigure() {
        var negative = assertThrows(IllegalArgumentException.class, () -> new CpuCost(256, 10, -1));
        assertEquals("figures are 0 or more, got [256.0, 10.0, -1.0]", negative.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new CpuCost(256, 10, Double.NaN));
    }
}
