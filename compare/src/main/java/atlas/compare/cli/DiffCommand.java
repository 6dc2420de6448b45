package atlas.compare.cli;

import atlas.compare.bill.Biller;
import atlas.compare.bill.Terms;
import atlas.compare.diff.BillDiff;
import atlas.compare.diff.Diff;
import atlas.compare.report.DiffJson;
import atlas.compare.report.DiffText;
import atlas.compare.report.Json;
import atlas.compare.template.SetUp;
import atlas.compare.template.SetUps;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        description = "Two set-ups side by side: resource by resource, property by property, and what each costs more.",
        footer = {
            "",
            "A name with a dot or a slash in it is a path, any other the id of an option. Examples:",
            "  ./atlas diff ecs-fargate ecs-ec2",
            "  ./atlas diff ecs-fargate lambda-http-api --workload steady-api",
            "  ./atlas diff before.yaml after.yaml",
            "  ./atlas diff ../main/cdk.out ./cdk.out --json",
            "",
            "docs/setups.md describes the parts, and the fields of the JSON."
        })
final class DiffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LEFT", description = "an option's id, a template, or a folder like cdk.out")
    private String left;

    @Parameters(index = "1", paramLabel = "RIGHT", description = "what to hold against it")
    private String right;

    @Option(
            names = "--assembly",
            paramLabel = "DIR",
            description = "where the options are (default: the atlas's own assembly, synthesized when it is stale)")
    private Path assembly;

    @Mixin
    private TermsOptions terms;

    @Option(names = "--json", description = "print JSON, for scripts")
    private boolean json;

    @Override
    public Integer call() {
        SetUp one = setUp(left);
        SetUp other = setUp(right);
        Terms agreed = terms.terms();
        Diff diff = Diff.of(one, other);
        BillDiff bills = BillDiff.of(diff, new Biller(one).bill(agreed), new Biller(other).bill(agreed));
        Labels labels = Labels.of(left, right);
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? Json.pretty(DiffJson.of(diff, bills, left, right))
                                : DiffText.of(diff, bills, labels.left(), labels.right()));
        return Compare.OK;
    }

    private SetUp setUp(String name) {
        if (name.matches(".*[./\\\\].*")) {
            return SetUps.whole(Path.of(name), terms.region());
        }
        return assembly == null
                ? Synthesis.read(Map.of(), folder -> SetUps.option(folder, name, terms.region()))
                : SetUps.option(assembly, name, terms.region());
    }
}
