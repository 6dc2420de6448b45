package atlas.compare.report;

import atlas.compare.measure.Conditions;
import atlas.compare.measure.CpuCost;
import atlas.compare.measure.DeployedOption;
import atlas.compare.measure.Latency;
import atlas.compare.measure.LocalTarget;
import atlas.compare.measure.Machine;
import atlas.compare.measure.Measurements;
import atlas.compare.measure.RenderTime;
import atlas.compare.measure.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.WordUtils;

/** Measurements for a terminal. */
public final class MeasurementsText {
    private static final int WIDTH = 100;
    /** Of the cores; with more of them taken, what is measured has to share. */
    private static final double QUIET_SHARE = 0.25;

    private final Measurements measurements;

    public MeasurementsText(Measurements measurements) {
        this.measurements = measurements;
    }

    public String text() {
        List<String> parts = new ArrayList<>();
        parts.add(heading());
        if (!measurements.here().isEmpty()) {
            parts.add(starts());
            parts.add(here());
        }
        if (!measurements.renderer().isEmpty() || !measurements.here().isEmpty()) {
            parts.add(cpu());
        }
        if (!measurements.deployed().isEmpty()) {
            parts.add(deployed());
            parts.add(render());
        }
        parts.add(notMeasured());
        parts.removeIf(String::isBlank);
        return String.join("\n\n", parts);
    }

    private String heading() {
        Machine machine = measurements.machine();
        Conditions conditions = measurements.conditions();
        return "Measured %s with %s,\n%d tiles a second for %d s, %d iterations, seed %d.\nMachine: %s, %d x %s %s, %d MiB%s.\n%s"
                .formatted(
                        measurements.measuredAt(),
                        measurements.jdk(),
                        conditions.requestsPerSecond(),
                        conditions.seconds(),
                        conditions.iterations(),
                        conditions.seed(),
                        machine.system(),
                        machine.cores(),
                        machine.processor(),
                        machine.architecture(),
                        machine.memoryMiB(),
                        machine.container() ? ", in a container" : "",
                        load(machine));
    }

    private static String load(Machine machine) {
        boolean busy = machine.loadAverage() > machine.cores() * QUIET_SHARE;
        return (busy ? "Load %s before: the machine was busy, and all figures are worse for it." : "Load %s before.")
                .formatted(tenth(machine.loadAverage()));
    }

    private String starts() {
        var table = new Table("from the start, ms", ">ready", ">first health", ">first tile");
        for (LocalTarget target : measurements.here()) {
            Start start = target.start();
            table.add(target.id(), whole(start.readyMillis()), whole(start.healthMillis()), whole(start.tileMillis()));
        }
        return table.text();
    }

    private String here() {
        var table = new Table(
                "at a fixed rate",
                ">p50 ms",
                ">p90 ms",
                ">p99 ms",
                ">max ms",
                ">failed",
                ">peak tiles/s",
                ">RSS MiB",
                ">tile bytes");
        for (LocalTarget target : measurements.here()) {
            Latency latency = target.latency();
            table.add(
                    target.id(),
                    tenth(latency.p50Millis()),
                    tenth(latency.p90Millis()),
                    tenth(latency.p99Millis()),
                    tenth(latency.maxMillis()),
                    latency.failed() + " of " + latency.requests(),
                    tenth(target.peak().tilesPerSecond()),
                    target.residentMiB(),
                    target.responseBytes());
        }
        return table.text();
    }

    private String cpu() {
        List<Integer> counts =
                measurements.here().stream().map(LocalTarget::cpu).findFirst().orElse(measurements.renderer()).stream()
                        .map(CpuCost::iterations)
                        .toList();
        var table = new Table(head("CPU ms a tile, at iterations", counts));
        if (!measurements.renderer().isEmpty()) {
            table.add(row("renderer alone", costs(measurements.renderer())));
        }
        measurements.here().forEach(target -> table.add(row(target.id(), costs(target.cpu()))));
        return table.text();
    }

    private String deployed() {
        var table =
                new Table("over HTTPS", ">p50 ms", ">p90 ms", ">p99 ms", ">max ms", ">failed", ">tile bytes", ">vCPU");
        for (DeployedOption option : measurements.deployed()) {
            Latency latency = option.latency();
            table.add(
                    option.id(),
                    tenth(latency.p50Millis()),
                    tenth(latency.p90Millis()),
                    tenth(latency.p99Millis()),
                    tenth(latency.maxMillis()),
                    latency.failed() + " of " + latency.requests(),
                    option.responseBytes(),
                    option.app().vcpu());
        }
        return table.text();
    }

    private String render() {
        List<Integer> counts = measurements.deployed().get(0).render().stream()
                .map(RenderTime::iterations)
                .toList();
        var table = new Table(head("ms to draw a tile, at iterations", counts));
        measurements
                .deployed()
                .forEach(option -> table.add(row(
                        option.id(),
                        option.render().stream().map(RenderTime::medianMillis).toList())));
        return table.text();
    }

    private String notMeasured() {
        return measurements.notMeasured().stream()
                .map(one -> "%s: %s, %s".formatted(one.id(), one.reason().title(), one.why()))
                .map(line -> WordUtils.wrap(line, WIDTH, "\n", false))
                .collect(Collectors.joining("\n"));
    }

    private static String[] head(String first, List<Integer> counts) {
        List<String> head = new ArrayList<>(List.of(first));
        counts.forEach(count -> head.add(">" + count));
        return head.toArray(String[]::new);
    }

    private static Object[] row(String id, List<Double> millis) {
        List<Object> row = new ArrayList<>(List.of(id));
        millis.forEach(figure -> row.add(tenth(figure)));
        return row.toArray();
    }

    private static List<Double> costs(List<CpuCost> costs) {
        return costs.stream().map(CpuCost::cpuMillisPerTile).toList();
    }

    private static String tenth(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }

    private static String whole(double figure) {
        return String.format(Locale.ROOT, "%.0f", figure);
    }
}
