package atlas.compare.cli;

import atlas.compare.BadInput;
import atlas.compare.prices.PriceBooks;
import atlas.compare.prices.Snapshot;
import atlas.compare.prices.SnapshotFile;
import atlas.compare.prices.list.Finding;
import atlas.compare.prices.list.Matchers;
import atlas.compare.prices.list.Reading;
import atlas.compare.prices.list.Refresh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "refresh",
        description =
                "Writes the snapshot anew from the public AWS Price List; nothing if a price is not there, or is two.",
        footer = {
            "",
            "Look through the difference before you commit it. Examples:",
            "  ./atlas prices refresh --region eu-west-1",
            "  ./atlas prices refresh --from target/price-list elb:"
        })
final class PricesRefreshCommand implements Callable<Integer> {
    private static final Path SNAPSHOTS = Path.of("compare/src/main/resources/atlas/compare/prices");

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private PricesCommand prices;

    @Mixin
    private PriceListOptions options;

    @Option(names = "--output", paramLabel = "DIR", description = "where the snapshots are (default: in this checkout)")
    private Path output = PriceListOptions.ROOT.resolve(SNAPSHOTS);

    @Override
    public Integer call() {
        Path target = output.resolve(prices.region() + ".json");
        SnapshotFile file = snapshotFile(target);
        Snapshot snapshot = file.snapshot();
        List<String> parts = options.parts(prices);
        Reading reading = Reading.of(
                snapshot,
                Matchers.of(prices.region()),
                parts,
                options.files(spec.commandLine().getErr()));
        List<Finding> findings = Finding.of(snapshot, reading);
        write(target, Refresh.of(file, reading, findings, parts.isEmpty()));
        FindingsReport report = new FindingsReport(prices.region(), findings, reading.kept());
        spec.commandLine().getOut().println(prices.json() ? report.json() : report.text());
        spec.commandLine().getErr().println(report.summary());
        spec.commandLine().getErr().println("written: " + target);
        return Compare.OK;
    }

    private SnapshotFile snapshotFile(Path target) {
        if (!Files.isDirectory(output)) {
            throw new BadInput("there is no folder %s; name the one of the snapshots with --output".formatted(output));
        }
        try {
            return Files.exists(target)
                    ? SnapshotFile.parse(target.toString(), Files.readString(target))
                    : PriceBooks.file(prices.region());
        } catch (IOException refused) {
            throw new BadInput("cannot read %s: %s".formatted(target, refused.getMessage()));
        }
    }

    /** Whole or not at all. */
    private static void write(Path target, String text) {
        try {
            Path part = target.resolveSibling(target.getFileName() + ".part");
            Files.writeString(part, text);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new BadInput("cannot write %s: %s".formatted(target, refused.getMessage()));
        }
    }
}
