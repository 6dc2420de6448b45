package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.PurchaseModel;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.Function;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Calls of a function: their number, their gigabyte-seconds, their cold starts. */
final class FunctionMeter {
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);
    private static final BigDecimal MIB = BigDecimal.valueOf(1024);
    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);
    /** Included with /tmp. */
    private static final int INCLUDED_MIB = 512;

    private final Function function;
    private final Tally tally;
    private final String processor;
    private final BigDecimal gigabytes;

    FunctionMeter(Function function, Tally tally) {
        this.function = function;
        this.tally = tally;
        processor = function.arm() ? "arm" : "x86";
        gigabytes = BigDecimal.valueOf(function.memoryMiB()).divide(MIB, MathContext.DECIMAL64);
    }

    void read() {
        provisioned();
        BigDecimal scheduled = tally.usage().scheduledCalls(function);
        if (scheduled.signum() > 0 && tally.usage().workload().isIdle()) {
            tally.needsUsage(
                    function.resource(),
                    "how long its %s scheduled calls take"
                            .formatted(
                                    scheduled.setScale(0, RoundingMode.HALF_UP).toPlainString()));
        } else if (scheduled.signum() > 0) {
            calls(Quantity.of(scheduled, "scheduled calls"), Group.ALWAYS_ON);
        }
        if (tally.usage().hasUnreadSchedule(function)) {
            tally.needsUsage(function.resource(), "how often its schedule calls, and how long that takes");
        }
        BigDecimal requests = tally.usage().requestsAt(function.resource());
        if (requests.signum() > 0) {
            calls(Quantity.of(requests, "requests"), Group.PER_REQUEST);
            coldStarts(requests);
            traces();
        }
        if (scheduled.signum() == 0
                && !tally.usage().path().isServedBy(function.resource().name())) {
            tally.needsUsage(function.resource(), "calls and how long they take");
        }
    }

    private void calls(Quantity calls, Group group) {
        Workload workload = tally.usage().workload();
        // Billed by the millisecond that was begun.
        BigDecimal seconds = function.durationMillis(workload)
                .setScale(0, RoundingMode.CEILING)
                .divide(MILLIS, MathContext.DECIMAL64);
        tally.line(function.resource(), "calls", group, calls, "lambda:requests");
        BigDecimal warm = tally.usage().shareOnProvisioned(function);
        Quantity duration = calls.times(seconds, "s").times(gigabytes, "GB");
        tally.line(function.resource(), "duration", group, onDemand(duration), durationKey());
        tally.line(
                function.resource(),
                "duration on provisioned environments",
                group,
                duration.times(warm, "of them"),
                "lambda:pc:%s:duration".formatted(processor));
        tally.line(
                function.resource(),
                "ephemeral storage",
                group,
                calls.times(seconds, "s").times(moreStorage(), "GB"),
                "lambda:ephemeral-storage");
    }

    private Quantity onDemand(Quantity all) {
        BigDecimal warm = tally.usage().shareOnProvisioned(function);
        return warm.signum() == 0 ? all : all.times(BigDecimal.ONE.subtract(warm), "on demand");
    }

    private BigDecimal moreStorage() {
        return BigDecimal.valueOf(Math.max(0, function.ephemeralMiB() - INCLUDED_MIB))
                .divide(MIB, MathContext.DECIMAL64);
    }

    private String durationKey() {
        PurchaseModel model = tally.terms().purchase();
        boolean committed = model == PurchaseModel.SAVINGS_PLAN_1Y || model == PurchaseModel.SAVINGS_PLAN_3Y;
        return (committed ? "lambda:csp-no-upfront:%s:gb-s" : "lambda:%s:gb-s").formatted(processor);
    }

    private void provisioned() {
        tally.line(
                function.resource(),
                "provisioned concurrency",
                Group.ALWAYS_ON,
                Quantity.of(function.provisioned(), "environments")
                        .times(gigabytes, "GB")
                        .times(tally.usage().hours().multiply(SECONDS_AN_HOUR), "s"),
                "lambda:pc:%s:configured".formatted(processor));
    }

    /** The initialisation is billed like any other time since August 2025. Provisioned environments are warm. */
    private void coldStarts(BigDecimal requests) {
        Workload workload = tally.usage().workload();
        BigDecimal seconds =
                workload.coldStartMillis().setScale(0, RoundingMode.CEILING).divide(MILLIS, MathContext.DECIMAL64);
        tally.line(
                function.resource(),
                "cold starts",
                Group.OFTEN_FORGOTTEN,
                onDemand(Quantity.of(requests, "requests")
                        .times(workload.coldStartShare(), "of them")
                        .times(seconds, "s")
                        .times(gigabytes, "GB")),
                durationKey());
    }

    /** By X-Ray's own rule: the first request of each second, and a twentieth of all others. */
    private void traces() {
        if (function.traced()) {
            tally.line(
                    function.resource(),
                    "X-Ray traces",
                    Group.OFTEN_FORGOTTEN,
                    Quantity.of(tally.usage().sampledRequests(function), "traces"),
                    "xray:traces");
        }
    }
}
