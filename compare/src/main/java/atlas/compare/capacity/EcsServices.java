package atlas.compare.capacity;

import atlas.compare.template.LeftOpen;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import java.util.Optional;

/**
 * The services of ECS that run on Fargate, as fleets of tasks, and those on instances that ECS manages. The ones on an Auto
 * Scaling group are a fleet of instances, which that group brings.
 */
final class EcsServices {
    static final String SERVICE = "AWS::ECS::Service";

    private EcsServices() {}

    static Optional<Fleet> fleet(SetUp setUp, Resource service) {
        EcsPlacement placement = new EcsPlacement(setUp, service);
        if (placement.isOnFargate()) {
            return Optional.of(onFargate(setUp, service, placement));
        }
        Optional<Fleet> managed = EcsManagedInstances.fleet(setUp, service, placement);
        if (managed.isEmpty() && EcsInstances.groupOf(setUp, service).isEmpty()) {
            throw new LeftOpen("what its tasks run on is not in the template");
        }
        return managed;
    }

    static Optional<Resource> task(SetUp setUp, Resource service) {
        return new EcsPlacement(setUp, service).task();
    }

    /** So many are there when nobody asks. */
    static int fewestTasks(SetUp setUp, Resource service) {
        return new ScalingPolicies(setUp, service)
                .min(service.at("DesiredCount").wholeOr(1));
    }

    private static Fleet onFargate(SetUp setUp, Resource service, EcsPlacement placement) {
        ScalingPolicies policies = new ScalingPolicies(setUp, service);
        int desired = service.at("DesiredCount").wholeOr(1);
        return FargateTasks.fleet(
                service,
                placement,
                service.at("NetworkConfiguration", "AwsvpcConfiguration", "AssignPublicIp"),
                policies.min(desired),
                policies.max(desired),
                policies.scaling());
    }
}
