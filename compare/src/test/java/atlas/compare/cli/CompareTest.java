package atlas.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class CompareTest {
    private final StringWriter err = new StringWriter();

    /** As no command of ours should: by a fault of its own, in a message of two lines. */
    @Command(name = "stumble")
    static final class Stumble implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("two lines\nof a message");
        }
    }

    private int stumble(String... options) {
        return Compare.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err, true))
                .addSubcommand(new Stumble())
                .execute(options);
    }

    @Test
    void tellsOfItsOwnFaultInOneLine() {
        assertEquals(1, stumble("stumble"));
        assertEquals(
                "error: this is a bug: java.lang.IllegalStateException: two lines of a message;"
                        + " run it again with --debug to see where\n",
                err.toString());
    }

    @Test
    void showsWhereWhenAsked() {
        assertEquals(1, stumble("stumble", "--debug"));
        assertTrue(err.toString().contains("at atlas.compare.cli.CompareTest$Stumble.run("), err.toString());
    }
}
