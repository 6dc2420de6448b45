package atlas.infra.cli;

import atlas.infra.ProjectFiles;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "docs",
        description = "Writes the tables in the documents anew, from the code they are about.",
        footer = {"", "Examples:", "  ./atlas docs", "  ./atlas docs --check"})
final class DocsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--check", description = "write nothing; exit code 1 if a table is stale")
    private boolean check;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<GeneratedTable> stale = GeneratedTable.ALL.stream()
                .filter(table -> table.isStaleIn(ProjectFiles.ROOT))
                .toList();
        for (GeneratedTable table : stale) {
            if (!check) {
                table.writeInto(ProjectFiles.ROOT);
            }
            out.println((check ? "stale: " : "written: ") + table.document());
        }
        if (stale.isEmpty()) {
            out.println("up to date");
        }
        return check && !stale.isEmpty() ? Atlas.FOUND_SOMETHING : Atlas.OK;
    }
}
