package atlas.proof.cli;

import atlas.proof.gate.BrokenGate;
import atlas.proof.gate.Gate;
import atlas.proof.gate.Gates;
import atlas.proof.gate.SkippedGate;
import atlas.proof.gate.Tools;
import atlas.proof.mistake.Caught;
import atlas.proof.mistake.Mistake;
import atlas.proof.mistake.Mistakes;
import atlas.proof.mistake.MistakesTable;
import atlas.proof.mistake.Trial;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "mistakes",
        description = {
            "Breaks the atlas's own templates as people do, and sees that the gates of ./atlas check catch it.",
            "",
            "proof/mistakes.yaml has the mistakes, and says which gate catches each by which rule.",
            ""
        },
        footer = {
            "",
            "Exit code: 0 all is caught as it is said, 1 something was let pass, 2 the command line is wrong,",
            "3 all is caught as it is said, but a gate is not installed (proof/install-gates does it).",
            "",
            "Examples:",
            "  ./atlas mistakes",
            "  ./atlas mistakes --gate rules --every",
            "  ./atlas mistakes --docs"
        })
final class MistakesCommand implements Callable<Integer> {
    private static final int SKIPPED = 3;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--gate",
            paramLabel = "NAME",
            description = "ask this gate only, such as cfn-lint; may be given again")
    private List<String> gates = List.of();

    @Option(
            names = "--every",
            description = "show a gate also what it is not said to catch, and tell what it catches of that")
    private boolean every;

    @Option(names = "--docs", description = "ask nobody, but write the table in docs/checking.md anew")
    private boolean docs;

    @Override
    public Integer call() {
        Path root = Synthesis.root();
        Tools tools = Tools.of(root);
        List<Mistake> mistakes = Mistakes.read(root.resolve("proof/mistakes.yaml"));
        if (docs) {
            new MistakesTable(mistakes, Gates.all(tools)).writeInto(root.resolve("docs/checking.md"));
            return Proof.OK;
        }
        spec.commandLine().getErr().println("synthesizing sandbox");
        Path assembly = Synthesis.of("sandbox", Map.of());
        Trial trial = new Trial(assembly, mistakes, root.resolve("target/atlas/mistakes"));
        List<Integer> codes = Gates.named(gates, tools).parallelStream()
                .map(gate -> ask(gate, mistakes, trial))
                .toList();
        return Stream.of(Proof.FOUND_SOMETHING, SKIPPED)
                .filter(codes::contains)
                .findFirst()
                .orElse(Proof.OK);
    }

    private int ask(Gate gate, List<Mistake> mistakes, Trial trial) {
        PrintWriter out = spec.commandLine().getOut();
        List<Mistake> shown = mistakes.stream()
                .filter(mistake -> every || mistake.caught().containsKey(gate.name()))
                .toList();
        try {
            Caught caught = trial.by(gate, shown);
            List<String> missed = caught.missed();
            Stream.concat(missed.stream(), every ? caught.unsaid().stream() : Stream.empty())
                    .forEach(out::println);
            out.println("%s %s: %d mistakes shown, %d let pass, %.1f s"
                    .formatted(
                            gate.name(),
                            gate.version(),
                            shown.size(),
                            missed.size(),
                            caught.time().toMillis() / 1000.0));
            return missed.isEmpty() ? Proof.OK : Proof.FOUND_SOMETHING;
        } catch (SkippedGate skipped) {
            out.println("skipped %s: %s".formatted(gate.name(), skipped.getMessage()));
            return SKIPPED;
        } catch (BrokenGate broken) {
            out.println("%s broke: %s".formatted(gate.name(), broken.getMessage()));
            return Proof.FOUND_SOMETHING;
        }
    }
}
