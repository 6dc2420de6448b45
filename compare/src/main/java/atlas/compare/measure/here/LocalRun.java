package atlas.compare.measure.here;

import atlas.compare.measure.Conditions;
import atlas.compare.measure.CpuCost;
import atlas.compare.measure.LocalTarget;
import atlas.compare.measure.Machine;
import atlas.compare.measure.Measurements;
import atlas.compare.measure.NotMeasured;
import atlas.compare.measure.NotMeasured.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Measures the app on this machine, one way to run it after the other. */
public final class LocalRun {
    private final ProjectFiles files;
    private final Conditions conditions;
    private final WorkPlan plan;
    private final Optional<String> image;
    private final Consumer<String> progress;

    /**
     * @param root the project's folder, with everything built
     * @param image to run as container; one is built when it is empty
     * @param progress is told what is being done
     */
    public LocalRun(Path root, Conditions conditions, Optional<String> image, Consumer<String> progress) {
        this(root, conditions, WorkPlan.WHOLE, image, progress);
    }

    LocalRun(Path root, Conditions conditions, WorkPlan plan, Optional<String> image, Consumer<String> progress) {
        this.files = new ProjectFiles(root);
        this.conditions = conditions;
        this.plan = plan;
        this.image = image;
        this.progress = progress;
    }

    /**
     * @param ids of {@link LocalTarget#IDS}; what is not here is skipped, with the reason
     * @param now for the record
     */
    public Measurements measure(List<String> ids, Instant now) throws InterruptedException {
        files.require(ids);
        Machine machine = Machine.here();
        List<Way> ways = new ArrayList<>();
        List<CpuCost> renderer = new ArrayList<>();
        List<LocalTarget> measured = new ArrayList<>();
        List<NotMeasured> notMeasured = new ArrayList<>();
        try (var cleanup = new Cleanup()) {
            for (String id : ids) {
                attempt(id, notMeasured, cleanup, () -> ways.add(way(id, cleanup)));
            }
            attempt("renderer", notMeasured, cleanup, () -> renderer.addAll(renderer(cleanup)));
            for (Way way : ways) {
                attempt(
                        way.id(),
                        notMeasured,
                        cleanup,
                        () -> measured.add(new WayMeasurement(way, conditions, plan, progress).measure()));
            }
            return Measurements.of(now, machine, conditions, renderer, measured, List.of(), notMeasured);
        }
    }

    /** Something to measure that may not be here, or not work. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws Absent, IOException, InterruptedException;
    }

    /** What fails keeps nobody from the others' figures. */
    private static void attempt(String id, List<NotMeasured> notMeasured, Cleanup cleanup, Attempt attempt)
            throws InterruptedException {
        try {
            attempt.run();
        } catch (Absent absent) {
            notMeasured.add(new NotMeasured(id, Reason.SKIPPED, absent.getMessage()));
        } catch (IOException failed) {
            cleanup.awaitEndIfOver();
            notMeasured.add(new NotMeasured(id, Reason.FAILED, failed.getMessage()));
        }
    }

    private Way way(String id, Cleanup cleanup) throws Absent, IOException, InterruptedException {
        return switch (id) {
            case LocalTarget.SERVER -> new ServerWay(files, cleanup.folder(), cleanup);
            case LocalTarget.CONTAINER -> ContainerWay.find(Engine.find(), files, image, cleanup);
            case LocalTarget.LAMBDA -> new LambdaWay(files, cleanup);
            default -> throw new IllegalArgumentException("no way to run the app is called " + id);
        };
    }

    /** What drawing alone costs, without anything around it. */
    private List<CpuCost> renderer(Cleanup cleanup) throws IOException, InterruptedException {
        progress.accept("renderer: CPU time");
        List<String> program = new ArrayList<>(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                RendererProgram.class.getName(),
                Long.toString(conditions.seed()),
                Integer.toString(plan.warmUpTiles())));
        List<Integer> counts = plan.iterations(conditions.iterations());
        for (int iterations : counts) {
            program.add(Integer.toString(iterations));
            program.add(Integer.toString(plan.cpuTiles(iterations)));
        }
        List<CpuCost> costs = new ArrayList<>();
        var all = new CompletableFuture<Void>();
        Child child = Child.start(
                Jvm.command(List.of(), program),
                line -> {
                    costs.add(RendererProgram.cost(line));
                    if (costs.size() == counts.size()) {
                        all.complete(null);
                    }
                },
                cleanup);
        child.await(all);
        return List.copyOf(costs);
    }
}
