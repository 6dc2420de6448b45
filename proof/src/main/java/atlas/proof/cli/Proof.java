package atlas.proof.cli;

import atlas.compare.BadInput;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands of {@code ./atlas} that prove what can be proven without an AWS account. */
@Command(
        name = "./atlas",
        subcommands = {CheckCommand.class, MistakesCommand.class, RehearseCommand.class, ProofsCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        description = "Tries what was synthesized, as far as that goes without an AWS account.")
public final class Proof {
    static final int OK = 0;
    static final int FOUND_SOMETHING = 1;
    static final int BAD_COMMAND_LINE = 2;
    static final int NOT_INSTALLED = 3;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "print this text")
    private boolean help;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "show where an error in the program itself comes from")
    private boolean debug;

    public static void main(String[] args) {
        System.exit(run(args, new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
    }

    /**
     * @return 0 when it worked, 1 when it ran and found something or failed by its own fault, 2 when the command line or what
     *     it names is wrong
     */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        Locale.setDefault(Locale.ROOT); // numbers are written alike on every machine
        Proof proof = new Proof();
        return new CommandLine(proof)
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler((refused, given) -> {
                    err.println("error: " + refused.getMessage());
                    if (!UnmatchedArgumentException.printSuggestions(refused, err)) {
                        err.println("Try '"
                                + refused.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
                    }
                    return BAD_COMMAND_LINE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof BadInput) {
                        err.println("error: " + failure.getMessage());
                        return BAD_COMMAND_LINE;
                    }
                    if (proof.debug) {
                        failure.printStackTrace(err);
                    } else {
                        err.println("error: this is a bug: %s; run it again with --debug to see where"
                                .formatted(failure.toString().replaceAll("\\s+", " ")));
                    }
                    return FOUND_SOMETHING;
                })
                .execute(args);
    }
}
