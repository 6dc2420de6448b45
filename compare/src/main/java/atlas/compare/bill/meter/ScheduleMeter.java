package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.Fleet;
import atlas.compare.capacity.Machine.Task;
import atlas.compare.capacity.ScheduledTasks;
import atlas.compare.template.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** What the clock starts: calls of EventBridge Scheduler, and tasks on Fargate. Those of functions are on their own lines. */
final class ScheduleMeter {
    /** Fargate bills by the second, and for a minute at least. */
    private static final BigDecimal FEWEST_SECONDS = BigDecimal.valueOf(60);

    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);
    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);

    private ScheduleMeter() {}

    /** Rules call for nothing. */
    static void rule(Resource rule, Tally tally) {
        StreamMeters.rule(rule, tally);
        tasks(rule, tally);
    }

    static void schedule(Resource schedule, Tally tally) {
        Optional<BigDecimal> starts = tally.usage().starts(schedule);
        starts.ifPresentOrElse(
                calls -> tally.line(
                        schedule,
                        "scheduled calls",
                        Group.ALWAYS_ON,
                        Quantity.of(calls, "calls"),
                        "eventbridge:scheduler"),
                () -> tally.needsUsage(schedule, "calls"));
        tasks(schedule, tally);
    }

    private static void tasks(Resource schedule, Tally tally) {
        Optional<BigDecimal> starts = tally.usage().starts(schedule);
        for (Fleet fleet : ScheduledTasks.startedBy(tally.setUp(), schedule)) {
            if (starts.isEmpty()) {
                tally.needsUsage(schedule, "how often its tasks start, and how long they run");
            } else if (tally.usage().workload().isIdle()) {
                String runs = starts.get().setScale(0, RoundingMode.HALF_UP).toPlainString();
                tally.needsUsage(schedule, "how long its tasks run, %s times".formatted(runs));
            } else {
                runs(fleet, Quantity.of(starts.get(), "runs"), tally);
            }
        }
    }

    /** One run does the work of a request. No commitment is made for what is there for a minute. */
    private static void runs(Fleet fleet, Quantity runs, Tally tally) {
        BigDecimal seconds = fleet.durationMillis(tally.usage().workload())
                .divide(MILLIS, MathContext.DECIMAL64)
                .setScale(0, RoundingMode.CEILING)
                .max(FEWEST_SECONDS);
        fleet.split(fleet.min()).forEach((share, tasks) -> {
            Quantity hours = runs.times(tasks, tasks == 1 ? "task" : "tasks")
                    .times(seconds, "s")
                    .per(SECONDS_AN_HOUR);
            Purchasing purchasing = new Purchasing(tally, share, Group.ALWAYS_ON, hours, Optional.empty());
            TaskMeter.read(purchasing, (Task) share.machine());
            AddressMeter.read(purchasing);
        });
    }
}
