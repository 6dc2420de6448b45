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
import java.util.stream.Stream;

/** EC2 instances, alone and in Auto Scaling groups, as fleets. */
final class Instances {
    static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";
    static final String INSTANCE = "AWS::EC2::Instance";

    private Instances() {}

    static Stream<Fleet> alone(SetUp setUp) {
        return setUp.resources(INSTANCE).flatMap(instance -> new Launch(setUp, instance)
                        .instance()
                        .flatMap(machine -> fleet(
                                instance,
                                machine,
                                1,
                                OptionalInt.of(1),
                                Scaling.NONE,
                                List.of(new Share(instance, machine, false, 1, 1))))
                        .stream());
    }

    static Stream<Fleet> groups(SetUp setUp) {
        return setUp.resources(GROUP).flatMap(group -> new Launch(setUp, group)
                .instance().flatMap(machine -> group(setUp, group, machine)).stream());
    }

    private static Optional<Fleet> group(SetUp setUp, Resource group, Instance machine) {
        int min = group.at("MinSize").whole().orElse(0);
        int desired = group.at("DesiredCapacity").whole().orElse(min);
        OptionalInt max =
                group.at("MaxSize").whole().stream().mapToInt(Integer::intValue).findFirst();
        List<Resource> services = EcsInstances.servicesOn(setUp, group);
        Optional<Fleet> plain = fleet(
                group,
                machine,
                Math.max(min, desired),
                max,
                new ScalingPolicies(setUp, group).scaling(),
                shares(group, machine));
        return services.isEmpty() ? plain : plain.map(fleet -> EcsInstances.carrying(setUp, fleet, services));
    }

    static Optional<Fleet> fleet(
            Resource resource, Instance machine, int min, OptionalInt max, Scaling scaling, List<Share> shares) {
        return InstanceType.named(machine.type())
                .map(type -> new Fleet(
                        resource,
                        "instance",
                        BigDecimal.valueOf(type.vcpu()),
                        type.memoryMiB(),
                        min,
                        max,
                        scaling,
                        shares));
    }

    /** On-Demand first, as many as the base says; above it as the percentage says, the rest on Spot. */
    private static List<Share> shares(Resource group, Instance machine) {
        Value mix = group.at("MixedInstancesPolicy", "InstancesDistribution");
        if (!mix.isPresent()) {
            return List.of(new Share(group, machine, false, 0, 1));
        }
        int base = mix.at("OnDemandBaseCapacity").whole().orElse(0);
        int percentage = mix.at("OnDemandPercentageAboveBaseCapacity").whole().orElse(100);
        return List.of(
                new Share(group, machine, false, base, percentage),
                new Share(group, machine, true, 0, 100 - percentage));
    }
}
