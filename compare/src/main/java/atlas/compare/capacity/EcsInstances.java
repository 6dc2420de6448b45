package atlas.compare.capacity;

import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Instances that come with the tasks of ECS: how many it takes, and how full they are, is what the services say. */
final class EcsInstances {
    private EcsInstances() {}

    /** The services whose capacity provider is this group. */
    static List<Resource> servicesOn(SetUp setUp, Resource group) {
        List<Resource> providers = setUp.resources("AWS::ECS::CapacityProvider")
                .filter(provider -> provider.at("AutoScalingGroupProvider", "AutoScalingGroupArn")
                        .references()
                        .contains(group.name()))
                .toList();
        return setUp.resources(EcsServices.SERVICE)
                .filter(service -> service.at("CapacityProviderStrategy").references().stream()
                        .anyMatch(name -> providers.stream()
                                .anyMatch(provider -> provider.name().equals(name))))
                .toList();
    }

    /** The group as large as its tasks need it, and as full. */
    static Fleet carrying(SetUp setUp, Fleet group, List<Resource> services) {
        Resource service = services.get(0);
        Optional<BigDecimal> task = EcsServices.task(setUp, service).flatMap(EcsServices::vcpu);
        if (task.isEmpty() || task.get().signum() == 0) {
            return group;
        }
        ScalingPolicies policies = new ScalingPolicies(setUp, service);
        BigDecimal tasksAnInstance =
                group.vcpu().divide(task.get(), 0, RoundingMode.FLOOR).max(BigDecimal.ONE);
        int fewestTasks = policies.min(service.at("DesiredCount").whole().orElse(1));
        int fewest = BigDecimal.valueOf(fewestTasks)
                .divide(tasksAnInstance, 0, RoundingMode.CEILING)
                .intValue();
        Scaling tasks = policies.scaling();
        return new Fleet(
                group.resource(),
                group.unit(),
                group.vcpu(),
                group.memoryMiB(),
                Math.max(group.min(), fewest),
                group.max(),
                new Scaling(tasks.cpuTarget(), tasks.requestsPerSecond().map(tasksAnInstance::multiply)),
                group.shares());
    }
}
