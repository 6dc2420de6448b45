package atlas.infra.cli;

import atlas.infra.Interruption;
import atlas.infra.SettingsException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands of {@code ./atlas} that read or write the architecture. */
@Command(
        name = "./atlas",
        subcommands = {ListCommand.class, SynthCommand.class, DocsCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        description = "One sample app, every compute option AWS sells, each deployable alone.")
public final class Atlas {
    static final int OK = 0;
    static final int FOUND_SOMETHING = 1;
    static final int BAD_COMMAND_LINE = 2;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "print this text")
    private boolean help;

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        System.exit(Interruption.watch(() -> run(args, out, err)));
    }

    /**
     * @return 0 when it worked, 1 when it ran and found something wrong, 2 when the command line or a setting is wrong
     */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Atlas())
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler((refused, given) -> {
                    CommandLine command = refused.getCommandLine();
                    err.println("error: " + refused.getMessage());
                    if (!UnmatchedArgumentException.printSuggestions(refused, err)) {
                        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
                    }
                    return BAD_COMMAND_LINE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof SettingsException) {
                        err.println("error: " + failure.getMessage());
                        return BAD_COMMAND_LINE;
                    }
                    if (Interruption.hasCome()) {
                        return Interruption.EXIT_CODE;
                    }
                    throw failure;
                })
                .execute(args);
    }
}
