package atlas.functions;

import atlas.http.Level;
import atlas.http.Mount;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * What the functions are told by environment variables.
 *
 * @param mount {@code ATLAS_OPTION}, the option's id, {@code local} when not set; {@code ATLAS_PREFIX}, the path prefix
 *     it is mounted under besides the root, none when not set
 * @param bucket {@code ATLAS_BUCKET}, where images go
 * @param table {@code ATLAS_TABLE}, where jobs are recorded
 * @param queueUrl {@code ATLAS_QUEUE_URL}, where jobs wait
 * @param visibility {@code ATLAS_VISIBILITY_SECONDS}, the queue's visibility time-out, so how long a worker holds a job;
 *     120 when not set
 * @param jobKey {@code ATLAS_JOB_KEY}, the secret that job ids are made with; when not set the table's name, which is
 *     the same for all environments of a function but no secret
 * @param logLevel {@code ATLAS_LOG_LEVEL}; INFO when not set
 * @param memoryMiB {@code AWS_LAMBDA_FUNCTION_MEMORY_SIZE}, which Lambda sets; 128, its least, when not set
 * @param admission {@code ATLAS_ALLOW_CIDR} and {@code ATLAS_EDGE_SECRET}; everybody is let in when not set
 */
record FunctionSettings(
        Mount mount,
        String bucket,
        String table,
        String queueUrl,
        Duration visibility,
        String jobKey,
        Level logLevel,
        int memoryMiB,
        Admission admission) {
    private static final List<String> REQUIRED = List.of("ATLAS_BUCKET", "ATLAS_TABLE", "ATLAS_QUEUE_URL");
    /** The least memory of a function. The most is Lambda's to say, and grows. */
    private static final int MIN_MEMORY_MIB = 128;

    /**
     * @param environment gives the value of a variable, or null
     * @throws IllegalArgumentException if a value is missing or not fit; the message names variable and value
     */
    static FunctionSettings from(Function<String, String> environment) {
        var variables = new Variables(environment);
        variables.require(
                REQUIRED,
                "a function keeps nothing itself, so it needs the names of a bucket and a table and the URL of a queue");
        String table = variables.get("ATLAS_TABLE", "");
        return new FunctionSettings(
                new Mount(variables.get("ATLAS_OPTION", "local"), variables.get("ATLAS_PREFIX", "")),
                variables.get("ATLAS_BUCKET", ""),
                table,
                variables.get("ATLAS_QUEUE_URL", ""),
                variables.visibility("ATLAS_VISIBILITY_SECONDS"),
                variables.get("ATLAS_JOB_KEY", table),
                variables.level("ATLAS_LOG_LEVEL"),
                variables.number("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", MIN_MEMORY_MIB, Integer.MAX_VALUE),
                new Admission(variables.ranges("ATLAS_ALLOW_CIDR"), variables.get("ATLAS_EDGE_SECRET", "")));
    }
}
