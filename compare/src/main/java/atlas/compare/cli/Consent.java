package atlas.compare.cli;

import atlas.compare.BadInput;
import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Whoever sits at the terminal agrees, or nobody does. */
final class Consent {
    private Consent() {}

    /** @throws BadInput if there is nobody to ask */
    static boolean given(PrintWriter err) {
        Console console = System.console();
        if (console == null) {
            throw new BadInput("nobody is there to agree; add --yes");
        }
        err.print("Go on? [y/N] ");
        err.flush();
        String answer = console.readLine();
        return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }
}
