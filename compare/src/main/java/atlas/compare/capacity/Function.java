package atlas.compare.capacity;

import atlas.compare.template.Resource;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalInt;

/**
 * A Lambda function: an environment a request at a time, and none while there is no request.
 *
 * @param reserved concurrency that the template sets aside, and so the most there can be
 * @param provisioned environments that are kept warm
 * @param ephemeralMiB of /tmp; 512 are included
 * @param traced whether every sampled request is recorded by X-Ray
 */
public record Function(
        Resource resource,
        int memoryMiB,
        boolean arm,
        int timeoutSeconds,
        OptionalInt reserved,
        int provisioned,
        int ephemeralMiB,
        boolean traced,
        boolean inVpc)
        implements Compute {

    /** Memory that gives one vCPU. Source: docs.aws.amazon.com/lambda, "Configure memory". */
    public static final BigDecimal MIB_A_VCPU = BigDecimal.valueOf(1769);

    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    public Function {
        if (memoryMiB <= 0 || provisioned < 0) {
            throw new IllegalArgumentException(
                    "a function needs memoryMiB > 0 and provisioned >= 0, got memoryMiB=%d provisioned=%d"
                            .formatted(memoryMiB, provisioned));
        }
    }

    @Override
    public String unit() {
        return "environment";
    }

    @Override
    public BigDecimal vcpu() {
        return BigDecimal.valueOf(memoryMiB).divide(MIB_A_VCPU, MathContext.DECIMAL64);
    }

    /** Concurrency: environments that are busy at once. */
    @Override
    public int units(Workload workload, BigDecimal requestsPerSecond) {
        int busy = requestsPerSecond
                .multiply(durationMillis(workload))
                .divide(MILLIS, 0, RoundingMode.CEILING)
                .min(MOST)
                .intValue();
        return Math.max(provisioned, busy);
    }
}
