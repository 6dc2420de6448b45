package atlas.compare.cli;

import atlas.compare.inventory.Inventory;
import atlas.compare.report.InventoryJson;
import atlas.compare.report.InventoryText;
import atlas.compare.report.Json;
import atlas.compare.template.SetUp;
import atlas.compare.template.SetUps;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "inventory",
        description =
                "What a template creates: what runs, who gets in, how it scales; ours or anybody's, JSON or YAML.",
        footer = {
            "",
            "Examples:",
            "  ./atlas inventory template.yaml",
            "  ./atlas inventory cdk.out --option ecs-fargate",
            "  ./atlas inventory template.json --json",
            "",
            "docs/setups.md describes the parts, and the fields of the JSON."
        })
final class InventoryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "TEMPLATE_OR_ASSEMBLY",
            description = "a CloudFormation template, or a folder like cdk.out")
    private Path place;

    @Option(names = "--option", paramLabel = "ID", description = "one option of an assembly, with what it needs")
    private String option;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "what AWS::Region stands for in the template (default: ${DEFAULT-VALUE})",
            defaultValue = "us-east-1")
    private String region;

    @Option(names = "--json", description = "print JSON, for scripts")
    private boolean json;

    @Override
    public Integer call() {
        SetUp setUp = option == null ? SetUps.whole(place, region) : SetUps.option(place, option, region);
        Inventory inventory = Inventory.of(setUp);
        spec.commandLine()
                .getOut()
                .println(json ? Json.pretty(InventoryJson.of(inventory)) : InventoryText.of(inventory));
        return Compare.OK;
    }
}
