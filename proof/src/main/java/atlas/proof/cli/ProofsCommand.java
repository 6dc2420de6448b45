package atlas.proof.cli;

import atlas.compare.report.GeneratedPart;
import atlas.proof.ledger.Ledger;
import atlas.proof.rehearsal.assembly.Assembly;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "proofs",
        description = {
            "What is proven of each option without an account, and by what.",
            "",
            "It reads what ./atlas check and ./atlas rehearse left in docs/proofs, and says where the templates have changed"
                    + " since.",
            ""
        },
        footer = {"", "Examples:", "  ./atlas proofs", "  ./atlas proofs --write", "  ./atlas proofs --check"})
final class ProofsCommand implements Callable<Integer> {
    private static final String WRITER = "./atlas proofs --write";

    @Spec
    private CommandSpec spec;

    @Option(names = "--write", description = "write the tables in README.md and docs/proofs/README.md anew")
    private boolean write;

    @Option(names = "--check", description = "write nothing; exit code 1 if one of these tables is stale")
    private boolean check;

    @Override
    public Integer call() {
        if (write && check) {
            throw new ParameterException(spec.commandLine(), "--write and --check exclude each other; leave one out");
        }
        Path root = Synthesis.root();
        Ledger ledger = Ledger.of(root.resolve("docs/proofs"), this::today);
        PrintWriter out = spec.commandLine().getOut();
        if (!write && !check) {
            out.println(ledger.table().text());
            return Proof.OK;
        }
        List<GeneratedPart> stale =
                parts(ledger).stream().filter(part -> part.isStaleIn(root)).toList();
        for (GeneratedPart part : stale) {
            if (write) {
                part.writeInto(root);
            }
            out.println("%s: %s, %s".formatted(write ? "written" : "stale", part.document(), part.name()));
        }
        if (stale.isEmpty()) {
            out.println("up to date");
        }
        return check && !stale.isEmpty() ? Proof.FOUND_SOMETHING : Proof.OK;
    }

    private Assembly today(Map<String, String> settings) {
        String name = settings.isEmpty()
                ? "sandbox"
                : String.join("-", settings.values()).replaceAll("[^\\w.]", "-");
        spec.commandLine().getErr().println("synthesizing " + name);
        return Assembly.in(Synthesis.of(name, settings));
    }

    private static List<GeneratedPart> parts(Ledger ledger) {
        return List.of(
                new GeneratedPart("README.md", "proofs", WRITER, ledger.table().markdown()),
                new GeneratedPart(
                        "docs/proofs/README.md",
                        "trials",
                        WRITER,
                        ledger.trials().markdown()),
                new GeneratedPart(
                        "docs/proofs/README.md",
                        "gaps",
                        WRITER,
                        ledger.bridged().markdown()));
    }
}
