package atlas.compare.capacity;

import atlas.compare.capacity.Machine.Address;
import atlas.compare.capacity.Machine.Instance;
import atlas.compare.capacity.Machine.Share;
import atlas.compare.capacity.Machine.Tenancy;
import atlas.compare.capacity.Machine.Volume;
import atlas.compare.template.LeftOpen;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** ECS Managed Instances: ECS starts and patches instances as its tasks need them, for a fee. */
final class EcsManagedInstances {
    private static final String FEE = "ecs:managed-instances:fee";

    private EcsManagedInstances() {}

    /** Empty for a service that is not on them. */
    static Optional<Fleet> fleet(SetUp setUp, Resource service, EcsPlacement placement) {
        return placement
                .providers()
                .map(provider -> provider.at("ManagedInstancesProvider", "InstanceLaunchTemplate"))
                .filter(Value::isPresent)
                .findFirst()
                .map(launch -> fleet(setUp, service, launch));
    }

    private static Fleet fleet(SetUp setUp, Resource service, Value launch) {
        Instance machine = machine(launch);
        boolean spot = launch.at("CapacityOptionType").textOr("ON_DEMAND").equals("SPOT");
        ScalingPolicies policies = new ScalingPolicies(setUp, service);
        Scaling tasks = policies.scaling();
        List<Share> shares = List.of(new Share(service, machine, spot, 0, 1));
        Fleet one = Instances.fleet(service, machine, 0, OptionalInt.empty(), Scaling.NONE, shares);
        BigDecimal tasksAnInstance = EcsInstances.tasksAnInstance(setUp, one, service);
        int most = policies.max(service.at("DesiredCount").wholeOr(1)).getAsInt();
        return new Fleet(
                service,
                one.unit(),
                one.vcpu(),
                one.memoryMiB(),
                instances(EcsServices.fewestTasks(setUp, service), tasksAnInstance),
                OptionalInt.of(instances(most, tasksAnInstance)),
                new Scaling(tasks.cpuTarget(), tasks.requestsPerSecond().map(tasksAnInstance::multiply)),
                shares);
    }

    private static int instances(int tasks, BigDecimal tasksAnInstance) {
        return BigDecimal.valueOf(tasks)
                .divide(tasksAnInstance, 0, RoundingMode.CEILING)
                .intValue();
    }

    private static Instance machine(Value launch) {
        String type = launch.at("InstanceRequirements", "AllowedInstanceTypes").list().stream()
                .flatMap(allowed -> allowed.text().stream())
                .filter(allowed -> !allowed.contains("*"))
                .findFirst()
                .orElseThrow(() -> new LeftOpen("ECS chooses its instances, so their types are not in the template"));
        Value storage = launch.at("StorageConfiguration", "StorageSizeGiB");
        List<Volume> disks = storage.isPresent() ? List.of(Volume.root(storage.numberOr(BigDecimal.ZERO))) : List.of();
        return new Instance(type, disks, Address.NONE, Tenancy.SHARED, Optional.of(FEE));
    }
}
