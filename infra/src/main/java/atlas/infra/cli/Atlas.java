package atlas.infra.cli;

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
    private static final int INTERRUPTED = 130;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "print this text")
    private boolean help;

    public static void main(String[] args) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (!isEnding()) {
                failure.printStackTrace();
            }
        });
        System.exit(run(args, new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
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
                    if (isEnding()) {
                        return INTERRUPTED;
                    }
                    throw failure;
                })
                .execute(args);
    }

    /** After Ctrl-C the CDK is the first to go, and what fails without it is no news. */
    private static boolean isEnding() {
        try {
            Thread hook = new Thread(() -> {});
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }
}
