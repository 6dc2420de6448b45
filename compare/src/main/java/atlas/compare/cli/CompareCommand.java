package atlas.compare.cli;

import atlas.compare.BadInput;
import atlas.compare.comparison.Comparison;
import atlas.compare.measure.Measurements;
import atlas.compare.prices.PriceBooks;
import atlas.compare.prices.Snapshot;
import atlas.compare.report.ComparisonJson;
import atlas.compare.report.ComparisonText;
import atlas.compare.report.Json;
import atlas.compare.report.html.HtmlReport;
import atlas.compare.template.SetUp;
import atlas.compare.template.SetUps;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "compare",
        description = "All options side by side, or those named: a table here, and a page in target/atlas/report.html.",
        footer = {
            "",
            "Examples:",
            "  ./atlas compare",
            "  ./atlas compare ecs-fargate lambda-http-api --workload spiky-site",
            "  ./atlas compare -c taskCpu=2048 -c taskMemory=4096 --region eu-west-1",
            "  ./atlas compare --assembly ../other/cdk.out --format markdown",
            "  ./atlas compare --report side-by-side.html",
            "",
            "docs/report.md tells how to read the page."
        })
final class CompareCommand implements Callable<Integer> {
    private static final String DEFAULT_WORKLOAD = "steady-api";

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "option ids; all options when none is named")
    private List<String> ids = List.of();

    @Option(
            names = {"-c", "--context"},
            paramLabel = "KEY=VALUE",
            description = "a setting for the synthesis, as for ./atlas synth; region decides the prices, too")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--assembly",
            paramLabel = "DIR",
            description =
                    "a cloud assembly that is there already (default: the atlas's own, synthesized when it is stale)")
    private Path assembly;

    @Mixin
    private TermsOptions terms;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "where the page is written (default: target/atlas/report.html)")
    private Path report;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
            defaultValue = "table")
    private Format format;

    /** What is printed. */
    enum Format {
        table,
        markdown,
        json,
        html
    }

    @Override
    public Integer call() {
        terms.follow(settings);
        List<SetUp> setUps = assembly == null ? Synthesis.read(settings, this::setUps) : setUps(assembly);
        Comparison comparison = Comparison.of(setUps, terms.orElse(DEFAULT_WORKLOAD));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Snapshot prices = PriceBooks.snapshot(terms.region());
        Path made = Synthesis.root().resolve("target/atlas");
        String page = HtmlReport.of(comparison, prices, measurements(made), today);
        Path file = report == null ? made.resolve("report.html") : report;
        write(file, page);
        spec.commandLine().getOut().println(printed(comparison, page));
        PrintWriter err = spec.commandLine().getErr();
        prices.warningOn(today).ifPresent(warning -> err.println("warning: " + warning));
        err.println("report: " + file);
        return Compare.OK;
    }

    /** Those that {@code ./atlas measure} left where it leaves them by itself. */
    private static List<Measurements> measurements(Path made) {
        return Stream.of("measurements.json", "measurements-deployed.json")
                .map(made::resolve)
                .filter(Files::exists)
                .map(Measurements::read)
                .toList();
    }

    private static void write(Path file, String page) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, page);
        } catch (IOException unwritable) {
            throw new BadInput("cannot write the report to %s: %s".formatted(file, unwritable.getMessage()));
        }
    }

    private String printed(Comparison comparison, String page) {
        return switch (format) {
            case table -> new ComparisonText(comparison).text();
            case markdown -> new ComparisonText(comparison).markdown();
            case json -> Json.pretty(ComparisonJson.of(comparison));
            case html -> page;
        };
    }

    /** An assembly that tells of no options is one set-up. */
    private List<SetUp> setUps(Path folder) {
        if (!ids.isEmpty()) {
            List<SetUp> named = new ArrayList<>();
            ids.stream().distinct().forEach(id -> named.add(SetUps.option(folder, id, terms.region())));
            return named;
        }
        List<SetUp> options = SetUps.options(folder, terms.region());
        return options.isEmpty() ? List.of(SetUps.whole(folder, terms.region())) : options;
    }
}
