package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.InstanceType;
import atlas.compare.capacity.Machine.Address;
import atlas.compare.capacity.Machine.Instance;
import atlas.compare.capacity.Machine.Share;
import atlas.compare.capacity.Machine.Tenancy;
import atlas.compare.template.LeftOpen;
import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Clusters and what is bought with them, besides the machines that run their tasks and pods. */
final class ClusterMeters {
    private ClusterMeters() {}

    static void ecs(Resource cluster, Tally tally) {
        cluster.at("ClusterSettings").list().stream()
                .filter(setting -> setting.at("Name").is("containerInsights"))
                .map(setting -> setting.at("Value").textOr("disabled"))
                .filter(value -> !value.equals("disabled"))
                .forEach(value -> insights(cluster, tally));
    }

    private static void insights(Resource resource, Tally tally) {
        tally.notPriced(resource, "metrics and logs of Container Insights: their number is not in the template");
    }

    /** While its version is in standard support: no template says when it was made. */
    static void eks(Resource cluster, Tally tally) {
        tally.line(cluster, "control plane", Group.ALWAYS_ON, tally.hours(), "eks:cluster:standard");
        if (cluster.at("ComputeConfig", "Enabled").isTrueOr(false)) {
            tally.notPriced(
                    cluster, "Auto Mode chooses its instances, so neither they nor its fee are in the template");
        }
        String tier = cluster.at("ControlPlaneScalingConfig", "Tier").textOr("standard");
        if (!tier.equals("standard")) {
            tally.notPriced(cluster, "control plane of %s: no price".formatted(tier));
        }
    }

    static void addon(Resource addon, Tally tally) {
        if (addon.at("AddonName").textOr("").equals("amazon-cloudwatch-observability")) {
            insights(addon, tally);
        }
    }

    static void fargateProfile(Resource profile, Tally tally) {
        tally.notPriced(profile, "its pods are not in the template");
    }

    static void capability(Resource capability, Tally tally) {
        String type = capability.at("Type").textOr("").toLowerCase(Locale.ROOT);
        tally.line(capability, type, Group.ALWAYS_ON, tally.hours(), "eks:capability:" + type);
    }

    /** Paid whatever runs on it. */
    static void host(Resource host, Tally tally) {
        Value type = host.at("InstanceFamily").isPresent() ? host.at("InstanceFamily") : host.at("InstanceType");
        String family = type.textOr("").replaceFirst("\\..*", "");
        tally.line(host, family + " host", Group.ALWAYS_ON, tally.hours(), "ec2:dedicated-host:" + family);
    }

    /** Batch itself is free; instances that it keeps for the next job are not. */
    static void batch(Resource environment, Tally tally) {
        Value resources = environment.at("ComputeResources");
        String kind = resources.at("Type").textOr("EC2");
        int kept = resources.at("MinvCpus").wholeOr(0);
        if (kept > 0 && !kind.startsWith("FARGATE")) {
            String name = resources.at("InstanceTypes").list().stream()
                    .map(type -> type.textOr(""))
                    .findFirst()
                    .orElse("optimal");
            InstanceType type = InstanceType.named(name)
                    .orElseThrow(() -> new LeftOpen("%d vCPU are kept, on instances called %s".formatted(kept, name)));
            int count = BigDecimal.valueOf(kept)
                    .divide(BigDecimal.valueOf(type.vcpu()), 0, RoundingMode.CEILING)
                    .intValue();
            Quantity hours = Quantity.count(count, "instance", "instances")
                    .times(tally.usage().hours(), "h");
            Instance machine = new Instance(name, List.of(), Address.NONE, Tenancy.SHARED, Optional.empty());
            Share share = new Share(environment, machine, kind.equals("SPOT"), 0, 1);
            new Purchasing(tally, share, Group.ALWAYS_ON, hours, Optional.of(hours)).ec2(machine);
        }
        tally.needsUsage(environment, "jobs");
    }

    static void nestedStack(Resource stack, Tally tally) {
        boolean isRead =
                tally.setUp().resources().anyMatch(resource -> resource.name().isInside(stack.name()));
        if (!isRead) {
            tally.notPriced(stack, "its template is not here; it has a bill of its own");
        }
    }

    static void vpc(Resource vpc, Tally tally) {
        if (!vpc.at("InstanceTenancy").textOr("default").equals("default")) {
            tally.notPriced(vpc, "what its instances cost more on hardware of their own");
        }
    }
}
