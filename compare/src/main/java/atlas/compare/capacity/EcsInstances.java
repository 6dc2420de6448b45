package atlas.compare.capacity;

import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Instances that come with the tasks of ECS: how many it takes, and how full they are, is what the services say. */
final class EcsInstances {
    private EcsInstances() {}

    /** The services whose capacity provider is this group, or whose cluster its instances register with. */
    static List<Resource> servicesOn(SetUp setUp, Resource group) {
        return setUp.resources(EcsServices.SERVICE)
                .filter(service -> isOn(setUp, service, group))
                .toList();
    }

    static Optional<Resource> groupOf(SetUp setUp, Resource service) {
        return setUp.resources(Instances.GROUP)
                .filter(group -> isOn(setUp, service, group))
                .findFirst();
    }

    private static boolean isOn(SetUp setUp, Resource service, Resource group) {
        EcsPlacement placement = new EcsPlacement(setUp, service);
        boolean byProvider = placement.providers().anyMatch(provider -> provider.at(
                        "AutoScalingGroupProvider", "AutoScalingGroupArn")
                .references()
                .contains(group.name()));
        return byProvider
                || placement.isOnInstancesOfItsCluster()
                        && new Launch(setUp, group)
                                .handedOver("AWS::ECS::Cluster")
                                .anyMatch(placement::isIn);
    }

    /** The group as large as its tasks need it, and as full. */
    static Fleet carrying(SetUp setUp, Fleet group, List<Resource> services) {
        BigDecimal fewest = BigDecimal.ZERO;
        for (Resource service : services) {
            BigDecimal tasks = BigDecimal.valueOf(EcsServices.fewestTasks(setUp, service));
            fewest = fewest.add(tasks.divide(tasksAnInstance(setUp, group, service), MathContext.DECIMAL64));
        }
        BigDecimal tasksAnInstance = tasksAnInstance(setUp, group, services.get(0));
        Scaling tasks = new ScalingPolicies(setUp, services.get(0)).scaling();
        return new Fleet(
                group.resource(),
                group.unit(),
                group.vcpu(),
                group.memoryMiB(),
                Math.max(group.min(), whole(fewest)),
                group.max(),
                new Scaling(tasks.cpuTarget(), tasks.requestsPerSecond().map(tasksAnInstance::multiply)),
                group.shares());
    }

    /** Rounded up, but not for what a division left over. */
    private static int whole(BigDecimal instances) {
        return instances
                .setScale(6, RoundingMode.HALF_UP)
                .setScale(0, RoundingMode.CEILING)
                .intValue();
    }

    /** By what they ask of its processor; those that ask for nothing, or for more than there is, have one to themselves. */
    static BigDecimal tasksAnInstance(SetUp setUp, Fleet group, Resource service) {
        BigDecimal vcpu = EcsServices.task(setUp, service)
                .map(TaskSize::vcpuOnInstances)
                .filter(size -> size.signum() > 0)
                .orElse(group.vcpu());
        return group.vcpu().divide(vcpu, 0, RoundingMode.FLOOR).max(BigDecimal.ONE);
    }
}
