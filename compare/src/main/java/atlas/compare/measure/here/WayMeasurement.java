package atlas.compare.measure.here;

import static atlas.compare.measure.Figures.rounded;

import atlas.app.Tile;
import atlas.compare.measure.App;
import atlas.compare.measure.Conditions;
import atlas.compare.measure.CpuCost;
import atlas.compare.measure.Figures;
import atlas.compare.measure.LocalTarget;
import atlas.compare.measure.Peak;
import atlas.compare.measure.Start;
import atlas.compare.measure.TileMix;
import atlas.compare.measure.load.Load;
import atlas.compare.measure.load.Observation;
import atlas.compare.measure.load.Scrutiny;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Takes the figures of one way to run the app. Every way is asked for the same tiles in the same order. */
final class WayMeasurement {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Way way;
    private final Conditions conditions;
    private final WorkPlan plan;
    private final Consumer<String> progress;
    private final Scrutiny scrutiny;
    private final TileMix mix;

    WayMeasurement(Way way, Conditions conditions, WorkPlan plan, Consumer<String> progress) {
        this.way = way;
        this.conditions = conditions;
        this.plan = plan;
        this.progress = line -> progress.accept(way.id() + ": " + line);
        this.scrutiny = new Scrutiny(way.option());
        this.mix = new TileMix(conditions.seed());
    }

    /** @throws IOException if it does not start, or too much of what is asked for is not answered */
    LocalTarget measure() throws IOException, InterruptedException {
        progress.accept("%d starts".formatted(plan.tileStarts() + plan.healthStarts()));
        Start start = start();
        try (RunningApp app = way.start()) {
            App self = MAPPER.readValue(app.text("/"), App.class);
            List<CpuCost> cpu = cpu(app);
            Observation seen = atFixedRate(app);
            Peak peak = peak(app, cpu);
            return new LocalTarget(
                    way.id(),
                    way.startedWith(),
                    way.artifact(),
                    way.digest(),
                    self,
                    start,
                    seen.latency(conditions),
                    peak,
                    cpu,
                    Processes.residentMiB(app.pid()),
                    seen.medianBytes());
        }
    }

    private Start start() throws IOException, InterruptedException {
        Tile first =
                new TileMix(conditions.seed()).next(1, conditions.iterations()).get(0);
        List<Double> ready = new ArrayList<>();
        List<Double> health = new ArrayList<>();
        List<Double> tile = new ArrayList<>();
        for (int i = 0; i < plan.tileStarts() + plan.healthStarts(); i++) {
            boolean forTile = i < plan.tileStarts();
            try (RunningApp app = way.start()) {
                if (forTile) {
                    requireTile(app, first);
                } else {
                    app.text("/health");
                }
                (forTile ? tile : health).add(millis(System.nanoTime() - app.startedNanos()));
                ready.add(millis(app.readyNanos() - app.startedNanos()));
            }
        }
        return new Start(
                ready.size(),
                rounded(Figures.median(ready)),
                rounded(Figures.median(health)),
                rounded(Figures.median(tile)));
    }

    private static void requireTile(RunningApp app, Tile tile) throws IOException, InterruptedException {
        int status = app.ask(tile).status();
        if (status != 200) {
            throw new IOException("its first tile was answered with %d".formatted(status));
        }
    }

    private List<CpuCost> cpu(RunningApp app) throws IOException, InterruptedException {
        List<Integer> counts = plan.iterations(conditions.iterations());
        progress.accept("CPU time at %s iterations".formatted(counts.toString().replaceAll("[\\[\\]]", "")));
        Load oneByOne = new Load(app, scrutiny, 1);
        undisputed(oneByOne.flatOut(mix.next(plan.warmUpTiles(), Tile.DEFAULT_ITERATIONS)));
        List<CpuCost> costs = new ArrayList<>();
        for (int iterations : counts) {
            List<Tile> tiles = mix.next(plan.cpuTiles(iterations), iterations);
            Duration before = Processes.cpu(app.pid());
            undisputed(oneByOne.flatOut(tiles));
            Duration spent = Processes.cpu(app.pid()).minus(before);
            costs.add(new CpuCost(iterations, tiles.size(), rounded(millis(spent.toNanos()) / tiles.size())));
        }
        return costs;
    }

    private Observation atFixedRate(RunningApp app) throws IOException, InterruptedException {
        progress.accept("%d tiles a second for %d s".formatted(conditions.requestsPerSecond(), conditions.seconds()));
        return undisputed(new Load(app, scrutiny, WorkPlan.CONNECTIONS)
                .atRate(mix.next(conditions.requests(), conditions.iterations()), conditions.requestsPerSecond()));
    }

    /** A number of tiles, not of seconds: then none is drawn at the end that nobody counts. */
    private Peak peak(RunningApp app, List<CpuCost> cpu) throws IOException, InterruptedException {
        double cpuMillis = cpu.stream()
                .filter(cost -> cost.iterations() == conditions.iterations())
                .mapToDouble(CpuCost::cpuMillisPerTile)
                .findFirst()
                .orElseThrow();
        int tiles = plan.peakTiles(cpuMillis);
        int concurrency = 2 * Runtime.getRuntime().availableProcessors();
        progress.accept("peak, %d tiles, %d at once".formatted(tiles, concurrency));
        Observation seen =
                undisputed(new Load(app, scrutiny, concurrency).flatOut(mix.next(tiles, conditions.iterations())));
        return new Peak(rounded(seen.tiles() / seen.seconds()), concurrency, rounded(seen.seconds()), seen.failed());
    }

    private static Observation undisputed(Observation seen) throws IOException {
        if (seen.objection().isPresent()) {
            throw new IOException(seen.objection().get());
        }
        return seen;
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
