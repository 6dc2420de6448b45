package atlas.compare.capacity;

import atlas.compare.capacity.Machine.Share;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The services of ECS that run on Fargate, as fleets of tasks. Those on instances are fleets of instances. */
final class EcsServices {
    static final String SERVICE = "AWS::ECS::Service";
    private static final BigDecimal UNITS_A_VCPU = BigDecimal.valueOf(1024);
    private static final BigDecimal INCLUDED_GIB = BigDecimal.valueOf(20);

    private EcsServices() {}

    static Stream<Fleet> fargate(SetUp setUp) {
        return setUp.resources(SERVICE)
                .filter(service -> onFargate(setUp, service))
                .flatMap(service -> task(setUp, service).flatMap(task -> fleet(setUp, service, task)).stream());
    }

    /** A service that says neither launch type nor capacity provider is what its task definition is made for. */
    private static boolean onFargate(SetUp setUp, Resource service) {
        if (service.at("LaunchType").isPresent()) {
            return service.at("LaunchType").is("FARGATE");
        }
        List<Value> strategy = service.at("CapacityProviderStrategy").items();
        if (!strategy.isEmpty()) {
            return strategy.stream().anyMatch(provider -> provider.at("CapacityProvider")
                    .text()
                    .filter(name -> name.startsWith("FARGATE"))
                    .isPresent());
        }
        return task(setUp, service).stream()
                .flatMap(task -> task.at("RequiresCompatibilities").items().stream())
                .anyMatch(compatibility -> compatibility.is("FARGATE"));
    }

    static Optional<Resource> task(SetUp setUp, Resource service) {
        return setUp.referredTo(service.at("TaskDefinition"), "AWS::ECS::TaskDefinition")
                .findFirst();
    }

    /** Of a task on instances, whose containers may be the only ones to say. */
    static Optional<BigDecimal> vcpu(Resource task) {
        Optional<BigDecimal> whole = task.at("Cpu").number();
        if (whole.isPresent()) {
            return whole.map(EcsServices::vcpu);
        }
        return task.at("ContainerDefinitions").items().stream()
                .flatMap(container -> container.at("Cpu").number().stream())
                .reduce(BigDecimal::add)
                .map(EcsServices::vcpu);
    }

    private static BigDecimal vcpu(BigDecimal units) {
        return units.divide(UNITS_A_VCPU, MathContext.DECIMAL64);
    }

    private static Optional<Fleet> fleet(SetUp setUp, Resource service, Resource task) {
        ScalingPolicies policies = new ScalingPolicies(setUp, service);
        int desired = service.at("DesiredCount").whole().orElse(1);
        return task.at("Cpu").number().map(EcsServices::vcpu).flatMap(vcpu -> task.at("Memory")
                .whole()
                .map(memory -> new Fleet(
                        service,
                        "task",
                        vcpu,
                        memory,
                        policies.min(desired),
                        policies.max(desired),
                        policies.scaling(),
                        shares(service, machine(service, task, vcpu, memory)))));
    }

    private static Machine machine(Resource service, Resource task, BigDecimal vcpu, int memoryMiB) {
        return new Machine.Task(
                task.at("RuntimePlatform", "CpuArchitecture").is("ARM64"),
                vcpu,
                BigDecimal.valueOf(memoryMiB).divide(UNITS_A_VCPU, MathContext.DECIMAL64),
                task.at("EphemeralStorage", "SizeInGiB").number().orElse(INCLUDED_GIB),
                service.at("NetworkConfiguration", "AwsvpcConfiguration", "AssignPublicIp")
                        .is("ENABLED"));
    }

    private static List<Share> shares(Resource service, Machine task) {
        List<Share> shares = new ArrayList<>();
        for (Value provider : service.at("CapacityProviderStrategy").items()) {
            shares.add(new Share(
                    service,
                    task,
                    provider.at("CapacityProvider").is("FARGATE_SPOT"),
                    provider.at("Base").whole().orElse(0),
                    provider.at("Weight").whole().orElse(0)));
        }
        return shares.isEmpty() ? List.of(new Share(service, task, false, 0, 1)) : shares;
    }
}
