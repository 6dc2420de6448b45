package atlas.compare.cli;

import atlas.app.Tile;
import atlas.compare.BadInput;
import atlas.compare.measure.Conditions;
import atlas.compare.measure.LocalTarget;
import atlas.compare.measure.Measurements;
import atlas.compare.measure.NotMeasured.Reason;
import atlas.compare.measure.deployed.DeployedPlan;
import atlas.compare.measure.deployed.DeployedRun;
import atlas.compare.measure.here.LocalRun;
import atlas.compare.report.MeasurementsText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "measure",
        description =
                "How fast the sample app is: here, as a server, in a container and as a function; or, with --outputs,"
                        + " where it is deployed. Every request is for a tile that was never asked for.",
        footer = {
            "",
            "Examples:",
            "  ./atlas measure",
            "  ./atlas measure --option lambda --rate 10 --json",
            "  ./atlas measure --outputs outputs.json",
            "  ./atlas measure --outputs outputs.json --option ecs-fargate --yes",
            "",
            "docs/measuring.md tells what the figures mean, and what they do not."
        })
final class MeasureCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--outputs",
            paramLabel = "FILE",
            description = "measure what is deployed; the file of cdk deploy --outputs-file")
    private Path outputs;

    @Option(
            names = "--option",
            paramLabel = "ID",
            description = "measure only this: server, container or lambda; with --outputs an option's id. Repeatable")
    private List<String> ids = List.of();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "tiles a second, 1 to 200 (default: 20); with --outputs 1 to 25 (default: 10)")
    private Integer rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "for how long, 1 to 30 (default: 5); with --outputs 5 to 60 (default: 20)")
    private Integer seconds;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            description = "of a tile, 256 to 5000 (default: ${DEFAULT-VALUE})",
            defaultValue = "" + Tile.DEFAULT_ITERATIONS)
    private int iterations;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "decides which tiles (default: 1; with --outputs the time, as caches keep what was asked for)")
    private Long seed;

    @Option(
            names = "--image",
            paramLabel = "IMAGE",
            description =
                    "run this image as the container (default: one built on the Dockerfile's base, if that is here)")
    private String image;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "where to write (default: target/atlas/measurements.json; with --outputs"
                    + " target/atlas/measurements-deployed.json)")
    private Path output;

    @Option(names = "--json", description = "print what is written instead of the table")
    private boolean json;

    @Option(names = "--yes", description = "with --outputs: begin without asking")
    private boolean yes;

    @Override
    public Integer call() throws InterruptedException {
        boolean here = outputs == null;
        MeasurementsFile file = new MeasurementsFile(output == null ? defaultOutput(here) : output);
        file.refuseOther();
        Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        Optional<Measurements> measured = here ? Optional.of(here(now)) : deployed(now);
        if (measured.isEmpty()) {
            progress("nothing was asked");
            return Compare.FOUND_SOMETHING;
        }
        file.write(measured.get());
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? measured.get().json() : new MeasurementsText(measured.get()).text());
        progress("written to " + file.path());
        return measured.get().notMeasured().stream().allMatch(one -> one.reason() == Reason.SKIPPED)
                ? Compare.OK
                : Compare.FOUND_SOMETHING;
    }

    private Measurements here(Instant now) throws InterruptedException {
        Conditions conditions = conditions(Bounds.HERE, 1);
        for (String id : ids) {
            if (!LocalTarget.IDS.contains(id)) {
                throw new BadInput("there is no %s here, only %s; options that are deployed go with --outputs"
                        .formatted(id, String.join(", ", LocalTarget.IDS)));
            }
        }
        List<String> chosen = LocalTarget.IDS.stream()
                .filter(id -> ids.isEmpty() || ids.contains(id))
                .toList();
        return new LocalRun(Synthesis.root(), conditions, Optional.ofNullable(image), this::progress)
                .measure(chosen, now);
    }

    private Optional<Measurements> deployed(Instant now) throws InterruptedException {
        if (image != null) {
            throw new BadInput("--image is for containers on this machine; leave it out with --outputs");
        }
        Conditions conditions = conditions(Bounds.DEPLOYED, now.getEpochSecond());
        DeployedPlan plan = DeployedRun.plan(outputs, ids, conditions);
        progress(plan.text());
        return yes || Consent.given(spec.commandLine().getErr())
                ? Optional.of(new DeployedRun(plan, this::progress).measure(now))
                : Optional.empty();
    }

    private Conditions conditions(Bounds bounds, long otherwiseSeed) {
        return new Conditions(
                bounds.rate().check(rate),
                bounds.seconds().check(seconds),
                Bounds.ITERATIONS.check(iterations),
                seed == null ? otherwiseSeed : seed);
    }

    private static Path defaultOutput(boolean here) {
        return Synthesis.root().resolve("target/atlas/measurements" + (here ? "" : "-deployed") + ".json");
    }

    private void progress(String line) {
        spec.commandLine().getErr().println(line);
    }
}
