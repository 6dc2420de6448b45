package atlas.compare.cli;

import atlas.compare.comparison.Comparison;
import atlas.compare.prices.PriceBooks;
import atlas.compare.report.ComparisonJson;
import atlas.compare.report.ComparisonText;
import atlas.compare.report.Json;
import atlas.compare.template.SetUp;
import atlas.compare.template.SetUps;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
            "  ./atlas compare --assembly ../other/cdk.out --format markdown"
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
            description = "a setting for the synthesis, as for ./atlas synth")
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
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
            defaultValue = "table")
    private Format format;

    /** What is printed. */
    enum Format {
        table,
        markdown,
        json
    }

    @Override
    public Integer call() {
        Path folder = assembly == null ? Synthesis.of(settings) : assembly;
        Comparison comparison = Comparison.of(setUps(folder), terms.orElse(DEFAULT_WORKLOAD));
        PriceBooks.snapshot(terms.region())
                .warningOn(LocalDate.now(ZoneOffset.UTC))
                .ifPresent(warning -> spec.commandLine().getErr().println("warning: " + warning));
        spec.commandLine().getOut().println(printed(comparison));
        return Compare.OK;
    }

    private String printed(Comparison comparison) {
        return switch (format) {
            case table -> new ComparisonText(comparison).text();
            case markdown -> new ComparisonText(comparison).markdown();
            case json -> Json.pretty(ComparisonJson.of(comparison));
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
