package atlas.compare.inventory;

import atlas.compare.template.Reference;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How big one unit of a compute is.
 *
 * @param unit instance, node, task, environment
 * @param on what it runs on: an instance type, Fargate, App Runner, Lightsail, a Lambda runtime
 * @param vcpu of one unit; empty where the template leaves it open
 * @param memoryMiB of one unit; empty where the template leaves it open
 * @param architecture empty where the instance below, or the service, decides it
 */
public record ComputeSize(
        Reference resource,
        String type,
        String unit,
        String on,
        Optional<BigDecimal> vcpu,
        OptionalInt memoryMiB,
        Optional<Architecture> architecture) {

    /** What the processor understands. */
    public enum Architecture {
        ARM64("arm64"),
        X86_64("x86_64");

        private final String title;

        Architecture(String title) {
            this.title = title;
        }

        /** As AWS writes it. */
        public String title() {
            return title;
        }
    }
}
