package atlas.compare.capacity;

import atlas.compare.capacity.Machine.Address;
import atlas.compare.capacity.Machine.Share;
import atlas.compare.template.LeftOpen;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The services of ECS that run on Fargate, as fleets of tasks, and those on instances that ECS manages. The ones on an Auto
 * Scaling group are a fleet of instances, which that group brings.
 */
final class EcsServices {
    static final String SERVICE = "AWS::ECS::Service";
    private static final BigDecimal INCLUDED_GIB = BigDecimal.valueOf(20);

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
        return setUp.referredTo(service.at("TaskDefinition"), "AWS::ECS::TaskDefinition")
                .findFirst();
    }

    /** So many are there when nobody asks. */
    static int fewestTasks(SetUp setUp, Resource service) {
        return new ScalingPolicies(setUp, service)
                .min(service.at("DesiredCount").wholeOr(1));
    }

    private static Fleet onFargate(SetUp setUp, Resource service, EcsPlacement placement) {
        Resource task =
                task(setUp, service).orElseThrow(() -> new LeftOpen("its task definition is not in the template"));
        TaskSize size = TaskSize.of(task.at("Cpu"), task.at("Memory"));
        ScalingPolicies policies = new ScalingPolicies(setUp, service);
        int desired = service.at("DesiredCount").wholeOr(1);
        return new Fleet(
                service,
                "task",
                size.vcpu(),
                size.memoryMiB(),
                policies.min(desired),
                policies.max(desired),
                policies.scaling(),
                shares(service, placement, machine(service, task, size)));
    }

    private static Machine machine(Resource service, Resource task, TaskSize size) {
        String family = task.at("RuntimePlatform", "OperatingSystemFamily").textOr("LINUX");
        if (!family.equals("LINUX")) {
            throw new LeftOpen("tasks of %s are not known here".formatted(family));
        }
        return new Machine.Task(
                task.at("RuntimePlatform", "CpuArchitecture").textOr("X86_64").equals("ARM64"),
                size.vcpu(),
                size.memoryGib(),
                task.at("EphemeralStorage", "SizeInGiB").numberOr(INCLUDED_GIB),
                address(service.at("NetworkConfiguration", "AwsvpcConfiguration", "AssignPublicIp")));
    }

    private static Address address(Value assigned) {
        if (assigned.isPresent() && assigned.text().isEmpty()) {
            return Address.LEFT_OPEN;
        }
        return assigned.is("ENABLED") ? Address.PUBLIC : Address.NONE;
    }

    private static List<Share> shares(Resource service, EcsPlacement placement, Machine task) {
        List<Share> shares = new ArrayList<>();
        for (Value provider : placement.strategy()) {
            shares.add(new Share(
                    service,
                    task,
                    provider.at("CapacityProvider").textOr("").equals("FARGATE_SPOT"),
                    provider.at("Base").wholeOr(0),
                    provider.at("Weight").wholeOr(0)));
        }
        return shares.isEmpty() ? List.of(new Share(service, task, false, 0, 1)) : shares;
    }
}
