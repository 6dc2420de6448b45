package atlas.proof.cli;

import atlas.compare.BadInput;
import atlas.compare.report.Json;
import atlas.proof.check.Acknowledgements;
import atlas.proof.check.Check;
import atlas.proof.check.CheckJson;
import atlas.proof.check.CheckResult;
import atlas.proof.check.CheckText;
import atlas.proof.check.Subject;
import atlas.proof.check.Variant;
import atlas.proof.gate.Gates;
import atlas.proof.gate.Templates;
import atlas.proof.gate.Tools;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = {
            "Judges templates, ours or anybody's, by every public rule that can be asked without an account, and by ours.",
            "",
            "Without a template it takes those of the atlas under four choices of settings, and knows which findings are"
                    + " meant: proof/acknowledged.yaml has the reasons.",
            ""
        },
        footer = {
            "",
            "Exit code: 0 nothing is left to do, 1 something is, 2 the command line is wrong,",
            "3 nothing is left to do, but a gate is missing (proof/install-gates brings it).",
            "",
            "Examples:",
            "  ./atlas check",
            "  ./atlas check --gate cfn-lint --gate cloudformation",
            "  ./atlas check -c profile=production",
            "  ./atlas check template.yaml cdk.out --json",
            "",
            "docs/checking.md tells what each gate is for, and the fields of the JSON."
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "TEMPLATE_OR_ASSEMBLY",
            description = "a CloudFormation template, or a folder like cdk.out (default: the atlas's own)")
    private List<Path> places = List.of();

    @Option(
            names = "--gate",
            paramLabel = "NAME",
            description = "ask this gate only, such as cfn-lint; may be given again")
    private List<String> gates = List.of();

    @Option(
            names = {"-c", "--context"},
            paramLabel = "KEY=VALUE",
            description = "a setting, as for npx cdk, in place of the four choices")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--json", description = "print JSON, for scripts")
    private boolean json;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "also write what the same commit always gives: gates, versions, counts for each stack")
    private Path record;

    @Override
    public Integer call() {
        refuseContradictions();
        PrintWriter progress = spec.commandLine().getErr();
        Tools tools = Tools.of(Synthesis.root());
        Acknowledgements acknowledged = acknowledged(tools);
        List<Subject> subjects = new ArrayList<>();
        try (Check check = new Check(Gates.named(gates, tools), progress::println)) {
            for (Path place : places) {
                begin(check, new Subject(place.toString(), Map.of(), Templates.in(place)), subjects);
            }
            for (Variant variant : variants()) {
                progress.println("synthesizing " + variant.name());
                Path folder = Synthesis.of(variant.name(), variant.settings());
                begin(check, new Subject(variant.name(), variant.settings(), Templates.in(folder)), subjects);
            }
            CheckResult result = check.result(acknowledged, isWhole());
            spec.commandLine()
                    .getOut()
                    .println(json ? Json.pretty(CheckJson.of(result, acknowledged)) : CheckText.of(result));
            if (record != null) {
                write(result, acknowledged, subjects);
            }
            return exitCode(result);
        }
    }

    private static void begin(Check check, Subject subject, List<Subject> subjects) {
        subjects.add(subject);
        check.begin(subject);
    }

    private void refuseContradictions() {
        if (!places.isEmpty() && !settings.isEmpty()) {
            throw refused("settings are for the atlas's own templates; leave out -c or the template");
        }
        if (record != null && !(isWhole() && gates.isEmpty())) {
            throw refused(
                    "--record is about all gates and the atlas's own templates; leave out templates, --gate and -c");
        }
        if (record != null) {
            OutputFile.requireFolderOf(record);
        }
    }

    /** Whether all is judged that the reasons are about. */
    private boolean isWhole() {
        return places.isEmpty() && settings.isEmpty();
    }

    private Acknowledgements acknowledged(Tools tools) {
        if (!places.isEmpty()) {
            return Acknowledgements.none();
        }
        Acknowledgements ours = Acknowledgements.read(Synthesis.root().resolve("proof/acknowledged.yaml"));
        Gates.named(ours.gates(), tools);
        return ours;
    }

    private List<Variant> variants() {
        if (!places.isEmpty()) {
            return List.of();
        }
        return settings.isEmpty() ? Variant.ALL : List.of(new Variant("given", settings));
    }

    private void write(CheckResult result, Acknowledgements acknowledged, List<Subject> subjects) {
        if (result.isSkipped() || result.isBroken()) {
            throw new BadInput("%s is not written, since a gate did not judge".formatted(record));
        }
        try {
            Files.writeString(record, Json.pretty(CheckJson.record(result, acknowledged, subjects)) + "\n");
        } catch (IOException refused) {
            throw new BadInput("cannot write to %s: %s".formatted(record, refused.getMessage()));
        }
    }

    private static int exitCode(CheckResult result) {
        if (!result.isClean()) {
            return Proof.FOUND_SOMETHING;
        }
        return result.isSkipped() ? Proof.NOT_INSTALLED : Proof.OK;
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
