package atlas.compare.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command line did. */
record Ran(int exitCode, String out, String err) {
    static Ran atlas(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Compare.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Ran(exitCode, out.toString(), err.toString());
    }
}
