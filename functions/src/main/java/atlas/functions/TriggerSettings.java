package atlas.functions;

import atlas.http.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * What a function that an event starts is told by environment variables: no queue, no path and nobody to turn away.
 *
 * @param option {@code ATLAS_OPTION}, the option's id; {@code local} when not set
 * @param bucket {@code ATLAS_BUCKET}, where jobs are found and images go
 * @param table {@code ATLAS_TABLE}, where jobs are recorded
 * @param visibility {@code ATLAS_VISIBILITY_SECONDS}, after which an event that failed has come again, so how long a
 *     worker holds a job; 120 when not set
 * @param logLevel {@code ATLAS_LOG_LEVEL}; INFO when not set
 */
record TriggerSettings(String option, String bucket, String table, Duration visibility, Level logLevel) {
    private static final List<String> REQUIRED = List.of("ATLAS_BUCKET", "ATLAS_TABLE");

    /**
     * @param environment gives the value of a variable, or null
     * @throws IllegalArgumentException if a value is missing or not fit; the message names variable and value
     */
    static TriggerSettings from(Function<String, String> environment) {
        var variables = new Variables(environment);
        variables.require(REQUIRED, "a function keeps nothing itself, so it needs the names of a bucket and a table");
        return new TriggerSettings(
                variables.get("ATLAS_OPTION", "local"),
                variables.get("ATLAS_BUCKET", ""),
                variables.get("ATLAS_TABLE", ""),
                variables.visibility("ATLAS_VISIBILITY_SECONDS"),
                variables.level("ATLAS_LOG_LEVEL"));
    }
}
