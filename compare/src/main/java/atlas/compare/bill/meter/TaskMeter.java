package atlas.compare.bill.meter;

import atlas.compare.capacity.Machine.Task;
import java.math.BigDecimal;

/** Tasks on Fargate, by their processor, their memory and their disk. */
final class TaskMeter {
    /** Fargate's own disk. */
    private static final BigDecimal INCLUDED_GIB = BigDecimal.valueOf(20);

    private TaskMeter() {}

    static void read(Purchasing purchasing, Task task) {
        purchasing.fargate("vCPU", task.vcpu(), "vCPU", task, "vcpu");
        purchasing.fargate("memory", task.memoryGib(), "GB", task, "gb");
        BigDecimal more = task.ephemeralGib().subtract(INCLUDED_GIB).max(BigDecimal.ZERO);
        purchasing
                .tally()
                .line(
                        purchasing.share().resource(),
                        "ephemeral storage",
                        purchasing.group(),
                        purchasing.hours().times(more, "GB"),
                        "fargate:ephemeral-storage");
    }
}
