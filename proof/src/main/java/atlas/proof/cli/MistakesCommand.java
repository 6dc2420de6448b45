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
            "Breaks the atlas's own templates as people do, and sees who of the gates catches it.",
            "",
            "proof/mistakes.yaml has the mistakes, and says which gate catches each by which rule.",
            ""
        },
        footer = {
            "",
            "Exit code: 0 all is caught as it is said, 1 something is not, or is unsaid,",
            "2 the command line is wrong, 3 all is caught as it is said, but a gate is",
            "missing (proof/install-gates installs it).",
            "",
            "Examples:",
            "  ./atlas mistakes",
            "  ./atlas mistakes --gate rules",
            "  ./atlas mistakes --docs"
        })
final class MistakesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--gate",
            paramLabel = "NAME",
            description = "ask this gate only, such as cfn-lint; may be given again")
    private List<String> gates = List.of();

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
        List<Gate> asked = Gates.named(gates, tools);
        spec.commandLine().getErr().println("synthesizing sandbox");
        Path assembly = Synthesis.of("sandbox", Map.of());
        Trial trial = new Trial(assembly, mistakes, root.resolve("target/atlas/mistakes"));
        List<Answer> answers = asked.parallelStream()
                .map(gate -> answer(gate, mistakes, trial))
                .toList();
        answers.forEach(answer -> answer.lines().forEach(spec.commandLine().getOut()::println));
        return Stream.of(Proof.FOUND_SOMETHING, Proof.NOT_INSTALLED)
                .filter(code -> answers.stream().anyMatch(answer -> answer.code() == code))
                .findFirst()
                .orElse(Proof.OK);
    }

    private static Answer answer(Gate gate, List<Mistake> mistakes, Trial trial) {
        try {
            Caught caught = trial.by(gate, mistakes);
            String summary = "%s %s: catches %d of %d mistakes, %.1f s"
                    .formatted(
                            gate.name(),
                            gate.version(),
                            caught.count(),
                            mistakes.size(),
                            caught.time().toMillis() / 1000.0);
            return new Answer(
                    caught.otherwise().isEmpty() ? Proof.OK : Proof.FOUND_SOMETHING,
                    Stream.concat(caught.otherwise().stream(), Stream.of(summary))
                            .toList());
        } catch (SkippedGate skipped) {
            return new Answer(
                    Proof.NOT_INSTALLED, List.of("skipped %s: %s".formatted(gate.name(), skipped.getMessage())));
        } catch (BrokenGate broken) {
            return new Answer(
                    Proof.FOUND_SOMETHING, List.of("%s broke: %s".formatted(gate.name(), broken.getMessage())));
        }
    }

    private record Answer(int code, List<String> lines) {}
}
