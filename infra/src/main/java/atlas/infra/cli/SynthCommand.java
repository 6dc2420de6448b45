package atlas.infra.cli;

import atlas.infra.AtlasApp;
import atlas.infra.ComputeOption;
import atlas.infra.ProjectFiles;
import atlas.infra.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.CloudFormationValidatePlugin;
import software.amazon.awscdk.Validations;

@Command(
        name = "synth",
        description = "Writes the CloudFormation templates of all options, or of those named and what they need.",
        footer = {
            "",
            "Settings go with -c, docs/settings.md lists them. Examples:",
            "  ./atlas synth",
            "  ./atlas synth ecs-fargate -c taskCpu=2048 -c taskMemory=4096",
            "  ./atlas synth --validate"
        })
final class SynthCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "option ids; all options when none is named")
    private List<String> ids = List.of();

    @Option(
            names = {"-c", "--context"},
            paramLabel = "KEY=VALUE",
            description = "a setting, as for npx cdk")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--output", paramLabel = "DIR", description = "where to write (default: cdk.out)")
    private Path output = ProjectFiles.CLOUD_ASSEMBLY;

    @Option(
            names = "--validate",
            description = "also check each template against CloudFormation's rules; any finding gives exit code 1")
    private boolean validate;

    @Option(names = "--json", description = "print the table as a JSON array, for scripts")
    private boolean json;

    @Override
    public Integer call() {
        Map<String, Object> context = ContextFile.read(ProjectFiles.CDK_JSON);
        context.putAll(settings);
        if (!ids.isEmpty()) {
            context.put("options", String.join(",", ids));
        }
        Settings checked = Settings.from(context);

        requireWritable(output);
        PrintWriter progress = spec.commandLine().getErr();
        long start = System.nanoTime();
        synthesize(context, checked, progress);
        CloudAssembly assembly = CloudAssembly.in(output);
        progress.printf(
                "%d stacks in %s, %.1f s%n",
                assembly.size(), shown(output), (System.nanoTime() - start) / 1_000_000_000.0);
        print(assembly, checked.options());
        return validate ? report(progress) : Atlas.OK;
    }

    /** Asked before the CDK is: it would wait for ever where it cannot write. */
    private void requireWritable(Path folder) {
        try {
            Files.delete(Files.createTempFile(Files.createDirectories(folder), "writable", ""));
        } catch (IOException refused) {
            throw new ParameterException(
                    spec.commandLine(), "cannot write to %s; name another folder with --output".formatted(folder));
        }
    }

    /** Below the folder somebody stands in, without that folder's own path. */
    private static Path shown(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        return folder.startsWith(here) ? here.relativize(folder) : folder;
    }

    private void synthesize(Map<String, Object> context, Settings checked, PrintWriter progress) {
        context.put("@aws-cdk/core:failSynthOnValidationErrors", false); // the findings are printed below
        App app = new App(AppProps.builder()
                .outdir(output.toString())
                .analyticsReporting(false)
                .context(context)
                .build());
        if (validate) {
            Validations.of(app).addPlugins(new CloudFormationValidatePlugin());
        }
        AtlasApp.build(app, checked, stack -> progress.println("  " + stack));
        progress.println(validate ? "  writing and validating" : "  writing");
        app.synth();
    }

    private void print(CloudAssembly assembly, List<ComputeOption> options) {
        List<Map<String, Object>> rows = options.stream()
                .map(option -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("id", option.id());
                    row.put("title", option.title());
                    row.put("family", option.family().title());
                    row.put("tier", option.tier().title());
                    row.put("stacks", assembly.stacksFor(option.stackId()).size());
                    row.put("resources", assembly.resourcesFor(option.stackId()));
                    return row;
                })
                .collect(Collectors.toList());
        Table table = new Table("id", "title", "family", "tier", "stacks", "resources");
        rows.forEach(row -> table.add(row.values().toArray()));
        spec.commandLine().getOut().println(json ? Json.pretty(rows) : table.text());
    }

    private int report(PrintWriter progress) {
        List<String> findings = ValidationReport.findingsIn(output);
        findings.forEach(progress::println);
        progress.println(findings.isEmpty() ? "validated: no finding" : findings.size() + " findings in the templates");
        return findings.isEmpty() ? Atlas.OK : Atlas.FOUND_SOMETHING;
    }
}
