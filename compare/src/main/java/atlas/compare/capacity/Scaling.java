package atlas.compare.capacity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * How full a unit is when another one comes: the target tracking policies of a template. The one that asks for more units
 * wins, as it does in AWS.
 *
 * @param cpuTarget share of its CPU, above 0 and up to 1; without it a unit is used in full
 * @param requestsPerSecond to one unit; without it requests are not counted
 */
public record Scaling(Optional<BigDecimal> cpuTarget, Optional<BigDecimal> requestsPerSecond) {
    static final Scaling NONE = new Scaling(Optional.empty(), Optional.empty());
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

    /** Whether there is a policy that makes units come and go. */
    boolean isTracking() {
        return cpuTarget.isPresent() || requestsPerSecond.isPresent();
    }

    /** Requests a second that one unit carries; empty when nothing ends it. */
    Optional<BigDecimal> capacity(BigDecimal vcpu, BigDecimal cpuMillisPerRequest) {
        Optional<BigDecimal> byCpu = cpuMillisPerRequest.signum() == 0
                ? Optional.empty()
                : Optional.of(vcpu.multiply(MILLIS)
                        .multiply(cpuTarget.orElse(BigDecimal.ONE))
                        .divide(cpuMillisPerRequest, MathContext.DECIMAL64));
        if (byCpu.isEmpty() || requestsPerSecond.isEmpty()) {
            return byCpu.or(() -> requestsPerSecond);
        }
        return Optional.of(byCpu.get().min(requestsPerSecond.get()));
    }
}
