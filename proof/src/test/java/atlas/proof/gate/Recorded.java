package atlas.proof.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gates' programs as they answered once, and a project that has them installed: no gate is needed to test what reads them. */
final class Recorded implements Program {
    static final Path TEMPLATE = Path.of("src/test/resources/gates/poor.template.json");
    static final Templates TEMPLATES =
            new Templates(Optional.empty(), List.of(new StackTemplate("Poor", TEMPLATE, StackTemplate.ANY_REGION)));

    private final Output answer;
    private final List<List<String>> commands = new ArrayList<>();

    private Recorded(Output answer) {
        this.answer = answer;
    }

    /** What a gate said of the template, with FILE in place of where it lay. */
    static Recorded answerOf(String gate) {
        Path file = TEMPLATE.resolveSibling(gate + ".json");
        try {
            return saying(Files.readString(file)
                    .replace("FILE", TEMPLATE.toAbsolutePath().normalize().toString()));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static Recorded saying(String out) {
        return new Recorded(new Output(0, out, ""));
    }

    static Recorded failing(int exitCode, String out, String err) {
        return new Recorded(new Output(exitCode, out, err));
    }

    @Override
    public Output run(List<String> command) {
        commands.add(command);
        return answer;
    }

    List<String> command() {
        return commands.get(commands.size() - 1);
    }

    /** @param root where to put files that look like an installation */
    Tools installedIn(Path root) {
        for (String file : List.of(
                "npm/node_modules/@aws/cloudformation-validate/index.js",
                "npm/node_modules/@cdklabs/cdk-validator-cfnguard/"
                        + GuardGate.binary(System.getProperty("os.name"), System.getProperty("os.arch")),
                "npm/node_modules/@cdklabs/cdk-validator-cfnguard/rules/control-tower/cfn-guard",
                "python/bin/python",
                "python/bin/cfn-lint",
                "python/bin/checkov")) {
            write(root.resolve(".tools/gates").resolve(file), "");
        }
        write(root.resolve("proof/gates/package-lock.json"), "npm");
        write(root.resolve(".tools/gates/npm/made-from"), "npm");
        write(root.resolve("proof/gates/requirements.txt"), "python");
        write(root.resolve(".tools/gates/python/made-from"), "python");
        return new Tools(root, this);
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
