package atlas.compare.measure.here;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkPlanTest {
    @Test
    void alwaysMeasuresTheSameIterationCountsAndTheOneAskedFor() {
        assertEquals(List.of(256, 1000, 4000), WorkPlan.WHOLE.iterations(256));
        assertEquals(List.of(256, 500, 1000, 4000), WorkPlan.WHOLE.iterations(500));
    }

    @Test
    void asksAtThePeakForWhatOneCoreDrawsInTwoSeconds() {
        assertEquals(166, WorkPlan.WHOLE.peakTiles(12));
        assertEquals(10, WorkPlan.WHOLE.peakTiles(500));
    }

    @Test
    void drawsFewerTilesTheMoreEachOfThemCosts() {
        assertEquals(100, WorkPlan.WHOLE.cpuTiles(256));
        assertEquals(25, WorkPlan.WHOLE.cpuTiles(1000));
        assertEquals(10, WorkPlan.WHOLE.cpuTiles(5000));
    }
}
