package atlas.infra.cli;

import atlas.infra.ComputeOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description = "The options there are: what ./atlas synth and npx cdk deploy take.",
        footer = {"", "Examples:", "  ./atlas list", "  ./atlas list --json"})
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "print a JSON array, for scripts")
    private boolean json;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(json ? Json.pretty(catalogue()) : table().text());
        return Atlas.OK;
    }

    private static List<Map<String, Object>> catalogue() {
        List<Map<String, Object>> options = new ArrayList<>();
        for (ComputeOption option : ComputeOption.values()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("id", option.id());
            fields.put("title", option.title());
            fields.put("family", option.family().title());
            fields.put("tier", option.tier().title());
            fields.put("wayIn", option.wayIn().title());
            fields.put("stack", option.stackId());
            options.add(fields);
        }
        return options;
    }

    private static Table table() {
        Table table = new Table("id", "title", "family", "tier", "way in", "stack");
        catalogue().forEach(option -> table.add(option.values().toArray()));
        return table;
    }
}
