package atlas.compare.capacity;

import atlas.compare.capacity.Machine.Instance;
import atlas.compare.capacity.Machine.Share;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** EC2 instances, alone and in Auto Scaling groups, as fleets. */
final class Instances {
    static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";
    static final String INSTANCE = "AWS::EC2::Instance";
    private static final int PERCENT = 100;

    private Instances() {}

    static Optional<Fleet> alone(SetUp setUp, Resource instance) {
        Instance machine = new Launch(setUp, instance).instance();
        List<Share> shares = List.of(new Share(instance, machine, false, 1, 1));
        return Optional.of(fleet(instance, machine, 1, OptionalInt.of(1), Scaling.NONE, shares));
    }

    /** With a policy that tracks a target it shrinks to its fewest when nobody asks; without one it stays as it was. */
    static Optional<Fleet> group(SetUp setUp, Resource group) {
        Instance machine = new Launch(setUp, group).instance();
        ScalingPolicies policies = new ScalingPolicies(setUp, group);
        int min = group.at("MinSize").wholeOr(0);
        int desired = group.at("DesiredCapacity").wholeOr(min);
        int max = group.at("MaxSize").wholeOr(Math.max(min, desired));
        Fleet fleet = fleet(
                group,
                machine,
                policies.scaling().isTracking() ? min : Math.max(min, desired),
                OptionalInt.of(max),
                policies.scaling(),
                shares(group, machine));
        List<Resource> services = EcsInstances.servicesOn(setUp, group);
        return Optional.of(services.isEmpty() ? fleet : EcsInstances.carrying(setUp, fleet, services));
    }

    static Fleet fleet(
            Resource resource, Instance machine, int min, OptionalInt max, Scaling scaling, List<Share> shares) {
        InstanceType type = InstanceType.known(machine.type());
        return new Fleet(
                resource, "instance", BigDecimal.valueOf(type.vcpu()), type.memoryMiB(), min, max, scaling, shares);
    }

    /** On-Demand first, as many as the base says; above it as the percentage says, the rest on Spot. */
    private static List<Share> shares(Resource group, Instance machine) {
        Value mix = group.at("MixedInstancesPolicy", "InstancesDistribution");
        if (!mix.isPresent()) {
            return List.of(new Share(group, machine, false, 0, 1));
        }
        int base = mix.at("OnDemandBaseCapacity").wholeOr(0);
        int percentage =
                Math.min(PERCENT, mix.at("OnDemandPercentageAboveBaseCapacity").wholeOr(PERCENT));
        return List.of(
                new Share(group, machine, false, base, percentage),
                new Share(group, machine, true, 0, PERCENT - percentage));
    }
}
