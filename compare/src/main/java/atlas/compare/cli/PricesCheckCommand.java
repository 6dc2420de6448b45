package atlas.compare.cli;

import atlas.compare.BadInput;
import atlas.compare.prices.PriceBooks;
import atlas.compare.prices.Snapshot;
import atlas.compare.prices.list.Finding;
import atlas.compare.prices.list.Matchers;
import atlas.compare.prices.list.Reading;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description =
                "Compares the snapshot with the public AWS Price List; exit code 1 if a price changed or is not there.",
        footer = {
            "",
            "The file of EC2 has half a gigabyte; what is fetched is kept in target/price-list. Examples:",
            "  ./atlas prices check fargate: elb:",
            "  ./atlas prices check --threshold 5 --region eu-west-1",
            "  ./atlas prices check --from target/price-list"
        })
final class PricesCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private PricesCommand prices;

    @Mixin
    private PriceListOptions options;

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            description = "how much a price may have changed (default: 0)")
    private BigDecimal threshold = BigDecimal.ZERO;

    @Override
    public Integer call() {
        if (threshold.signum() < 0) {
            throw new BadInput("--threshold needs a number >= 0, got " + threshold.toPlainString());
        }
        Snapshot snapshot = PriceBooks.snapshot(prices.region());
        Reading reading = Reading.of(
                snapshot,
                Matchers.of(prices.region()),
                options.parts(prices),
                options.files(spec.commandLine().getErr()));
        List<Finding> findings = Finding.of(snapshot, reading);
        FindingsReport report = new FindingsReport(prices.region(), findings, reading.kept());
        spec.commandLine().getOut().println(prices.json() ? report.json() : report.text());
        spec.commandLine().getErr().println(report.summary());
        return findings.stream().anyMatch(this::matters) ? Compare.FOUND_SOMETHING : Compare.OK;
    }

    private boolean matters(Finding finding) {
        return switch (finding.status()) {
            case OK, NEW -> false;
            case CHANGED -> finding.percent().abs().compareTo(threshold) > 0;
            case NOT_FOUND, UNCLEAR -> true;
        };
    }
}
