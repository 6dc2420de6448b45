package atlas.infra.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command as the shell sees it: what it printed where, and its exit code. */
record Ran(int exitCode, String out, String err) {
    static Ran atlas(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Atlas.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Ran(exitCode, out.toString(), err.toString());
    }
}
