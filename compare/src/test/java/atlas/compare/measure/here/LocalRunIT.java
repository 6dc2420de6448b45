package atlas.compare.measure.here;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.Renderer;
import atlas.app.Tile;
import atlas.compare.measure.Conditions;
import atlas.compare.measure.CpuCost;
import atlas.compare.measure.LocalTarget;
import atlas.compare.measure.Measurements;
import atlas.compare.measure.TileMix;
import atlas.compare.measure.load.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The jars of the other modules, measured for real. No figure is held to a bound that a busy machine would break. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalRunIT {
    private static final Path ROOT = Path.of(System.getProperty("atlas.root"));
    private static final Conditions CONDITIONS = new Conditions(5, 1, 256, 1);

    private static final WorkPlan SHORT = new WorkPlan(1, 1, 5, 10, 300);

    private Measurements measurements;

    @BeforeAll
    void measure() throws InterruptedException {
        measurements = new LocalRun(ROOT, CONDITIONS, SHORT, Optional.empty(), line -> {})
                .measure(List.of(LocalTarget.SERVER, LocalTarget.LAMBDA), Instant.now());
    }

    @Test
    void measuresTheServerAndTheFunction() {
        assertEquals(List.of(), measurements.notMeasured());
        assertEquals(
                List.of(LocalTarget.SERVER, LocalTarget.LAMBDA),
                measurements.here().stream().map(LocalTarget::id).toList());
        assertEquals("local", target(LocalTarget.SERVER).app().option());
        assertEquals("lambda-http-api", target(LocalTarget.LAMBDA).app().option());
    }

    @Test
    void answersEveryRequestThatWasDue() {
        for (LocalTarget target : measurements.here()) {
            assertEquals(CONDITIONS.requests(), target.latency().requests(), target.id());
            assertEquals(0, target.latency().failed(), target.id());
            assertTrue(target.latency().p50Millis() > 0, target.id());
            assertTrue(target.peak().tilesPerSecond() > 0, target.id());
        }
    }

    @Test
    void isReadyBeforeTheFirstTile() {
        for (LocalTarget target : measurements.here()) {
            assertTrue(target.start().readyMillis() > 10, target.id());
            assertTrue(target.start().tileMillis() > 10, target.id());
            assertTrue(target.residentMiB() > 20, target.id());
        }
    }

    /** The same tiles with sixteen times the iterations take several times the CPU, whoever draws them. */
    @Test
    void countsTheCpuTimeOfTheProcessThatDraws() {
        assertCostGrows(measurements.renderer());
        measurements.here().forEach(target -> assertCostGrows(target.cpu()));
    }

    @Test
    void hasTheMedianTileOfTheMix() {
        assertTrue(measurements.responseBytes().orElseThrow() > 5_000);
    }

    /** What the function and the server send is the renderer's own work, from the first tile on. */
    @Test
    void startsTheRealApp() throws IOException, InterruptedException {
        try (var cleanup = new Cleanup()) {
            Tile tile = new TileMix(2).next(1, 256).get(0);
            var files = new ProjectFiles(ROOT);
            for (Way way : List.of(new ServerWay(files, cleanup.folder(), cleanup), new LambdaWay(files, cleanup))) {
                try (RunningApp app = way.start()) {
                    Answer answer = app.ask(tile);
                    assertTrue(answer.isTile(), answer::toString);
                    assertEquals(Renderer.png(tile).length, answer.bytes());
                    assertEquals(Optional.empty(), answer.cached());
                    assertEquals("{\"status\":\"ready\"}", app.text("/health"));
                    assertTrue(app.ask(tile).cached().isPresent(), "the app keeps a tile, and says so");
                }
            }
        }
    }

    @Test
    void leavesNoProcessBehind() {
        String children = ProcessHandle.current()
                .descendants()
                .map(child -> child.info().toString())
                .collect(Collectors.joining("; "));

        assertEquals("", children);
    }

    private LocalTarget target(String id) {
        return measurements.here(id).orElseThrow();
    }

    private static void assertCostGrows(List<CpuCost> costs) {
        assertEquals(
                List.of(256, 1000, 4000),
                costs.stream().map(CpuCost::iterations).toList());
        assertTrue(costs.get(0).cpuMillisPerTile() > 0, costs::toString);
        assertTrue(costs.get(2).cpuMillisPerTile() > 3 * costs.get(0).cpuMillisPerTile(), costs::toString);
    }
}
