package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.template.Resource;

/** CloudWatch: alarms, also those that scaling makes for itself, and dashboards. */
final class WatchMeters {
    private static final String ALARM = "cw:alarm:standard";
    /** One for more units, one for fewer. */
    private static final int ALARMS_OF_TARGET_TRACKING = 2;

    private WatchMeters() {}

    /** An alarm is billed by the metrics it looks at; one over others by itself. */
    static void alarm(Resource alarm, Tally tally) {
        long metrics = alarm.at("Metrics").items().stream()
                .filter(metric -> metric.at("MetricStat").isPresent())
                .count();
        tally.line(alarm, "alarm", Group.ALWAYS_ON, Quantity.of(Math.max(1, metrics), "metrics"), ALARM);
    }

    /** No template shows these alarms: the policy makes them. */
    static void scalingPolicy(Resource policy, Tally tally) {
        if (policy.at("PolicyType").is("TargetTrackingScaling")) {
            alarmsOf(policy, tally);
        }
    }

    static void capacityProvider(Resource provider, Tally tally) {
        if (provider.at("AutoScalingGroupProvider", "ManagedScaling", "Status").is("ENABLED")) {
            alarmsOf(provider, tally);
        }
        if (provider.at("ManagedInstancesProvider").isPresent()) {
            tally.notPriced(provider, "ECS chooses its instances, so their types are not in the template", true);
        }
    }

    private static void alarmsOf(Resource resource, Tally tally) {
        tally.line(
                resource,
                "alarms of its target tracking",
                Group.ALWAYS_ON,
                Quantity.of(ALARMS_OF_TARGET_TRACKING, "alarms"),
                ALARM);
    }

    /** What the app itself writes is on the bill of whoever runs it. */
    static void logGroup(Resource group, Tally tally) {
        tally.needsUsage(group, "gigabytes of lines that are not the app's own");
    }

    static void dashboard(Resource dashboard, Tally tally) {
        tally.line(dashboard, "dashboard", Group.ALWAYS_ON, Quantity.of(1, "dashboard"), "cw:dashboard");
    }
}
