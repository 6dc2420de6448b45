package atlas.compare.cli;

import atlas.compare.BadInput;
import atlas.compare.choice.Choice;
import atlas.compare.choice.Needs;
import atlas.compare.choice.Requirement;
import atlas.compare.choice.Start;
import atlas.compare.facts.Facts;
import atlas.compare.report.ChoiceJson;
import atlas.compare.report.ChoiceText;
import atlas.compare.report.Json;
import atlas.compare.template.SetUp;
import atlas.compare.template.SetUps;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "choose",
        description = {
            "Which option suits, and why. It asks at a terminal; once a flag answers a question, no more are asked, and"
                    + " what was not said is taken for granted and printed. Exit code 1 when no option does all that is"
                    + " needed, as it is and within the budget. Without --workload it is steady-api."
        },
        footer = {
            "",
            "Examples:",
            "  ./atlas choose",
            "  ./atlas choose --workload quiet-tool --budget 5",
            "  ./atlas choose --needs kubernetes",
            "  ./atlas choose --needs long-work,patched-by-aws --cold-starts avoided",
            "  ./atlas choose --start events --workload mine.yaml --json",
            "",
            "docs/choosing.md tells how the order comes about."
        })
final class ChooseCommand implements Callable<Integer> {
    static final String DEFAULT_WORKLOAD = "steady-api";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--start",
            paramLabel = "START",
            description = "what starts the work: ${COMPLETION-CANDIDATES} (default: requests)",
            converter = Titles.OfStart.class,
            completionCandidates = Titles.OfStart.class)
    private Start start;

    @Option(
            names = "--needs",
            paramLabel = "NEED",
            split = ",",
            description = "what an option must be able to do: ${COMPLETION-CANDIDATES} (default: nothing special)",
            converter = Titles.OfRequirement.class,
            completionCandidates = Titles.OfRequirement.class)
    private List<Requirement> requirements;

    @Option(
            names = "--cold-starts",
            paramLabel = "WISH",
            description = "whether a request may wait for a start: ${COMPLETION-CANDIDATES} (default: allowed)")
    private ColdStarts coldStarts;

    @Option(
            names = "--budget",
            paramLabel = "USD",
            description = "what it may cost a month (default: no limit)",
            converter = Usd.class)
    private BigDecimal budget;

    @Option(
            names = {"-c", "--context"},
            paramLabel = "KEY=VALUE",
            description = "a setting for the synthesis, as for ./atlas synth; region decides the prices, too")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--assembly",
            paramLabel = "DIR",
            description = "a cloud assembly that is there already (default: the atlas's own, synthesized when stale)")
    private Path assembly;

    @Mixin
    private TermsOptions terms;

    @Option(names = "--json", description = "print JSON, for scripts")
    private boolean json;

    private final Optional<BufferedReader> terminal;

    /** A wish, which rules nobody out. */
    enum ColdStarts {
        allowed,
        avoided
    }

    ChooseCommand() {
        this(Optional.ofNullable(System.console()).map(console -> new BufferedReader(console.reader())));
    }

    /** @param terminal where somebody answers; empty when nobody is there */
    ChooseCommand(Optional<BufferedReader> terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return terminal.isPresent() && !isAnswered()
                ? show(new Questions(terminal.get(), spec.commandLine().getOut()).ask(), List.of())
                : show(new Questions.Answers(needs(), DEFAULT_WORKLOAD), assumed());
    }

    /** By at least one flag; then the questions would be a nuisance, as they are to a script. */
    private boolean isAnswered() {
        return start != null
                || requirements != null
                || coldStarts != null
                || budget != null
                || json
                || !terms.isWithoutWorkload();
    }

    private int show(Questions.Answers answers, List<String> assumed) {
        terms.follow(settings);
        List<SetUp> options = assembly == null ? Synthesis.read(settings, this::options) : options(assembly);
        Choice choice = Choice.among(options, answers.needs(), terms.orElse(answers.workload()), Facts.shipped());
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.pretty(ChoiceJson.of(choice, assumed)) : ChoiceText.of(choice, assumed));
        return choice.isSettled() ? Compare.OK : Compare.FOUND_SOMETHING;
    }

    private List<SetUp> options(Path folder) {
        List<SetUp> options = SetUps.options(folder, terms.region());
        if (options.isEmpty()) {
            throw new BadInput("%s tells of no options, so there is nothing to choose from".formatted(folder));
        }
        return options;
    }

    private Needs needs() {
        return new Needs(
                start == null ? Start.REQUESTS : start,
                requirements == null ? Set.of() : Set.copyOf(requirements),
                coldStarts == ColdStarts.avoided,
                Optional.ofNullable(budget));
    }

    /** Flags that were not given, with what they would have said. */
    private List<String> assumed() {
        List<String> assumed = new ArrayList<>();
        if (start == null) {
            assumed.add("--start requests");
        }
        if (terms.isWithoutWorkload() && start != Start.CLOCK) {
            assumed.add("--workload " + DEFAULT_WORKLOAD);
        }
        if (requirements == null) {
            assumed.add("no --needs");
        }
        if (coldStarts == null) {
            assumed.add("--cold-starts allowed");
        }
        if (budget == null) {
            assumed.add("no --budget");
        }
        return assumed;
    }
}
