package atlas.compare.report.html;

import atlas.compare.measure.Conditions;
import atlas.compare.measure.CpuCost;
import atlas.compare.measure.DeployedOption;
import atlas.compare.measure.Latency;
import atlas.compare.measure.LocalTarget;
import atlas.compare.measure.Machine;
import atlas.compare.measure.Measurements;
import atlas.compare.measure.RenderTime;
import atlas.compare.report.html.Measured.Grid;
import atlas.compare.report.html.Measured.Missing;
import atlas.compare.report.html.Measured.Row;
import atlas.compare.report.html.Measured.Run;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Lays out the figures of one run. */
final class MeasuredRun {
    private final Measurements run;
    private final String when;

    MeasuredRun(Measurements run) {
        this.run = run;
        this.when =
                "%s, asked from %s".formatted(run.measuredAt(), run.machine().processor());
    }

    Run run() {
        List<Grid> grids = new ArrayList<>();
        if (!run.here().isEmpty()) {
            grids.add(starts());
            grids.add(latencies());
            grids.add(cpu());
        }
        if (!run.deployed().isEmpty()) {
            grids.add(deployed());
            grids.add(drawing());
        }
        return new Run(
                run.measuredAt(),
                words(machine(run.machine())),
                words(conditions(run.conditions())),
                grids,
                run.notMeasured().stream()
                        .map(one -> new Missing(
                                one.id(), "%s, %s".formatted(one.reason().title(), one.why())))
                        .toList());
    }

    private String machine(Machine machine) {
        return "%d × %s, %s, %,d MiB, %s%s, load %.1f before; %s"
                .formatted(
                        machine.cores(),
                        machine.processor(),
                        machine.architecture(),
                        machine.memoryMiB(),
                        machine.system(),
                        machine.container() ? ", in a container" : "",
                        machine.loadAverage(),
                        run.jdk());
    }

    private static String conditions(Conditions conditions) {
        return "%d tiles a second for %d s, %d iterations each"
                .formatted(conditions.requestsPerSecond(), conditions.seconds(), conditions.iterations());
    }

    private Grid starts() {
        return new Grid(
                "From the start of a process, ms",
                List.of("ready", "first health", "first tile"),
                run.here().stream()
                        .map(target -> new Row(
                                target.id(),
                                List.of(
                                        figure(target.start().readyMillis(), 0),
                                        figure(target.start().healthMillis(), 0),
                                        figure(target.start().tileMillis(), 0))))
                        .toList());
    }

    private Grid latencies() {
        List<Row> rows = new ArrayList<>();
        for (LocalTarget target : run.here()) {
            List<Figure> figures = latency(target.latency());
            figures.add(figure(target.peak().tilesPerSecond(), 1));
            figures.add(figure(target.residentMiB(), 0));
            figures.add(figure(target.responseBytes(), 0));
            rows.add(new Row(target.id(), figures));
        }
        return new Grid(
                "At a fixed rate of arrival",
                List.of(
                        "p50 ms",
                        "p90 ms",
                        "p99 ms",
                        "max ms",
                        "failed",
                        "peak tiles a second",
                        "memory MiB",
                        "tile bytes"),
                rows);
    }

    private Grid cpu() {
        List<Row> rows = new ArrayList<>();
        if (!run.renderer().isEmpty()) {
            rows.add(new Row("renderer alone", costs(run.renderer())));
        }
        run.here().forEach(target -> rows.add(new Row(target.id(), costs(target.cpu()))));
        return new Grid(
                "CPU ms a tile",
                iterations(run.here().get(0).cpu().stream()
                        .map(CpuCost::iterations)
                        .toList()),
                rows);
    }

    private Grid deployed() {
        List<Row> rows = new ArrayList<>();
        for (DeployedOption option : run.deployed()) {
            List<Figure> figures = latency(option.latency());
            figures.add(figure(option.responseBytes(), 0));
            figures.add(figure(option.app().vcpu(), 0));
            rows.add(new Row(option.id(), figures));
        }
        return new Grid(
                "As deployed, asked over HTTPS",
                List.of("p50 ms", "p90 ms", "p99 ms", "max ms", "failed", "tile bytes", "vCPU"),
                rows);
    }

    private Grid drawing() {
        return new Grid(
                "ms to draw a tile, by Server-Timing",
                iterations(run.deployed().get(0).render().stream()
                        .map(RenderTime::iterations)
                        .toList()),
                run.deployed().stream()
                        .map(option -> new Row(
                                option.id(),
                                option.render().stream()
                                        .map(time -> figure(time.medianMillis(), 1))
                                        .toList()))
                        .toList());
    }

    private List<Figure> latency(Latency latency) {
        return new ArrayList<>(List.of(
                figure(latency.p50Millis(), 1),
                figure(latency.p90Millis(), 1),
                figure(latency.p99Millis(), 1),
                figure(latency.maxMillis(), 1),
                figure(latency.failed(), 0)));
    }

    private List<Figure> costs(List<CpuCost> costs) {
        return costs.stream().map(cost -> figure(cost.cpuMillisPerTile(), 1)).toList();
    }

    private static List<String> iterations(List<Integer> counts) {
        return counts.stream().map(count -> count + " iterations").toList();
    }

    private Figure figure(double value, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
        return new Figure(("%,." + digits + "f").formatted(rounded), rounded, Evidence.MEASURED, when);
    }

    private Figure words(String text) {
        return new Figure(text, BigDecimal.ZERO, Evidence.MEASURED, when);
    }
}
