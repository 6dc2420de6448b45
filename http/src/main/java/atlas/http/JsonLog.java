package atlas.http;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of JSON an event: {@code timestamp}, {@code level}, {@code option}, then what the event has to say. By the first
 * two, named so, Lambda tells when and how much a line matters.
 */
public final class JsonLog {
    private final String option;
    private final Level threshold;
    private final InstantSource clock;
    private final PrintStream out;

    /** @param threshold events below it are dropped */
    public JsonLog(String option, Level threshold, InstantSource clock, PrintStream out) {
        this.option = option;
        this.threshold = threshold;
        this.clock = clock;
        this.out = out;
    }

    /** Logs {@code fields} in their order. */
    public void write(Level level, Map<String, ?> fields) {
        if (level.compareTo(threshold) < 0) {
            return;
        }
        var line = new LinkedHashMap<String, Object>();
        line.put("timestamp", clock.instant().toString());
        line.put("level", level.name());
        line.put("option", option);
        line.putAll(fields);
        out.println(Json.object(line));
    }

    public void info(String message) {
        write(Level.INFO, Map.of("message", message));
    }

    /** Logs a failure with its stack trace, which no requester ever sees. */
    public void error(String message, Throwable failure) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("message", message);
        fields.put("exception", stackTrace(failure));
        write(Level.ERROR, fields);
    }

    /** As a field of an event holds it. */
    public static String stackTrace(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
