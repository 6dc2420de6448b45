package atlas.compare.measure;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;

/**
 * What a target says of itself at {@code GET /}.
 *
 * @param option its id; {@code local} where it was given none
 * @param vcpu that its JVM sees
 * @param memoryMiB that it sees, or as a function was given
 * @param startupMillis from the start of its JVM until it was ready
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record App(
        String option, String version, String jvm, String architecture, int vcpu, long memoryMiB, long startupMillis) {
    public App {
        Objects.requireNonNull(option, "option");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(jvm, "jvm");
        Objects.requireNonNull(architecture, "architecture");
    }
}
