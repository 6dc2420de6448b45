package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.stream.Stream;

/** CloudWatch: alarms, also those that scaling makes for itself, and the policies that make them. */
final class WatchMeters {
    private static final String ALARM = "cw:alarm:standard";
    private static final int MINUTE = 60;
    /** One for more units, one for fewer. */
    private static final int ALARMS_OF_TARGET_TRACKING = 2;

    private WatchMeters() {}

    /** An alarm is billed by the metrics it looks at; one over others by itself. */
    static void alarm(Resource alarm, Tally tally) {
        long metrics = alarm.at("Metrics").items().stream()
                .filter(metric -> metric.at("MetricStat").isPresent())
                .count();
        tally.line(
                alarm,
                "alarm",
                Group.ALWAYS_ON,
                Quantity.count(Math.max(1, metrics), "metric", "metrics"),
                isHighResolution(alarm) ? "cw:alarm:high-resolution" : ALARM);
    }

    /** Looked at more often than once a minute. */
    private static boolean isHighResolution(Resource alarm) {
        return Stream.concat(
                        Stream.of(alarm.at("Period")),
                        alarm.at("Metrics").items().stream().map(metric -> metric.at("MetricStat", "Period")))
                .anyMatch(period -> period.wholeOr(MINUTE) < MINUTE);
    }

    /** No template shows these alarms: the policy makes them. */
    static void scalingPolicy(Resource policy, Tally tally) {
        if (policy.at("PolicyType").is("TargetTrackingScaling")) {
            alarmsOf(policy, tally);
        }
    }

    /** Where ECS manages the instances, they are on the bill of the services; how large their disks are is said here. */
    static void capacityProvider(Resource provider, Tally tally) {
        if (provider.at("AutoScalingGroupProvider", "ManagedScaling", "Status")
                .textOr("DISABLED")
                .equals("ENABLED")) {
            alarmsOf(provider, tally);
        }
        Value launch = provider.at("ManagedInstancesProvider", "InstanceLaunchTemplate");
        if (launch.isPresent()
                && !launch.at("StorageConfiguration", "StorageSizeGiB").isPresent()) {
            tally.notPriced(provider, "disks of its instances: their size is not in the template");
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
}
