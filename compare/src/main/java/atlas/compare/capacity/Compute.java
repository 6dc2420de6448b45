package atlas.compare.capacity;

import atlas.compare.template.Resource;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.math.MathContext;

/** What runs the app in a set-up: machines that are there, or functions that are called. */
public sealed interface Compute permits Fleet, Function {
    /** What scales: a service, a group, an instance, a function. */
    Resource resource();

    /** Such as instance, task or environment. */
    String unit();

    /** Of one unit. */
    BigDecimal vcpu();

    /** Of one unit. */
    int memoryMiB();

    /** How many units that rate takes, whatever the template allows. */
    int units(Workload workload, BigDecimal requestsPerSecond);

    /** One request, in milliseconds, without waiting for a place. */
    default BigDecimal durationMillis(Workload workload) {
        BigDecimal speed = vcpu().min(BigDecimal.ONE);
        return workload.cpuMillisPerRequest()
                .divide(speed, MathContext.DECIMAL64)
                .add(workload.waitMillisPerRequest());
    }
}
