package atlas.compare.cli;

import atlas.compare.bill.Bill;
import atlas.compare.bill.Biller;
import atlas.compare.report.BillJson;
import atlas.compare.report.BillText;
import atlas.compare.report.Json;
import atlas.compare.template.SetUp;
import atlas.compare.template.SetUps;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "bill",
        description = "What a template costs a month, line by line; ours or anybody's, JSON or YAML.",
        footer = {
            "",
            "Examples:",
            "  ./atlas bill template.yaml",
            "  ./atlas bill cdk.out --option ecs-fargate --workload steady-api",
            "  ./atlas bill template.json --workload mine.yaml --region eu-west-1 --json",
            "",
            "docs/comparing.md describes workloads, and the fields of the JSON."
        })
final class BillCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "TEMPLATE_OR_ASSEMBLY",
            description = "a CloudFormation template, or a folder like cdk.out")
    private Path place;

    @Option(names = "--option", paramLabel = "ID", description = "one option of an assembly, with what it needs")
    private String option;

    @Mixin
    private TermsOptions terms;

    @Option(names = "--json", description = "print JSON, for scripts")
    private boolean json;

    @Override
    public Integer call() {
        SetUp setUp =
                option == null ? SetUps.whole(place, terms.region()) : SetUps.option(place, option, terms.region());
        Bill bill = new Biller(setUp).bill(terms.terms());
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.pretty(BillJson.of(bill)) : BillText.of(bill));
        return Compare.OK;
    }
}
