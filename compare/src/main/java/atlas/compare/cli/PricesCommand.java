package atlas.compare.cli;

import atlas.compare.prices.PriceBooks;
import atlas.compare.prices.PriceSearch;
import atlas.compare.prices.Snapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
        name = "prices",
        description = "The prices behind every bill: a reviewed snapshot a region, each price of one unit, in USD.",
        subcommands = {PricesCheckCommand.class, PricesRefreshCommand.class},
        footer = {
            "",
            "docs/prices.md tells how they are kept. Examples:",
            "  ./atlas prices",
            "  ./atlas prices fargate: nat-gateway --region eu-west-1",
            "  ./atlas prices lambda:arm --source",
            "  ./atlas prices check elb: --region us-east-1"
        })
final class PricesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "KEY",
            description = "only price keys that have this in them; all when none is given")
    private List<String> parts = List.of();

    @Option(
            names = "--region",
            paramLabel = "REGION",
            scope = ScopeType.INHERIT,
            defaultValue = "us-east-1",
            description = "whose prices (default: us-east-1); also eu-west-1 and ap-northeast-2")
    private String region;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "print JSON, for scripts")
    private boolean json;

    @Option(names = "--source", description = "also print where each price was read, and its note")
    private boolean source;

    @Override
    public Integer call() {
        Snapshot snapshot = PriceBooks.snapshot(region);
        SortedSet<String> keys = PriceSearch.keys(snapshot, parts);
        PricesTable table = new PricesTable(snapshot, keys);
        spec.commandLine().getOut().println(json ? table.json() : table.text(source));
        spec.commandLine()
                .getErr()
                .printf(
                        "%s: %d of %d prices, reviewed %s%n",
                        region,
                        keys.stream()
                                .filter(key -> snapshot.prices().find(key).isPresent())
                                .count(),
                        snapshot.prices().all().size(),
                        snapshot.reviewed());
        snapshot.warningOn(LocalDate.now())
                .ifPresent(warning -> spec.commandLine().getErr().println("warning: " + warning));
        return Compare.OK;
    }

    String region() {
        return region;
    }

    boolean json() {
        return json;
    }

    List<String> parts() {
        return parts;
    }
}
