package atlas.compare.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command line printed and how it ended. */
record Typed(int exitCode, String out, String err) {
    static Typed atlas(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Compare.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Typed(exitCode, out.toString(), err.toString());
    }
}
