package atlas.compare.capacity;

import atlas.compare.capacity.Machine.Address;
import atlas.compare.capacity.Machine.Instance;
import atlas.compare.capacity.Machine.Share;
import atlas.compare.capacity.Machine.Tenancy;
import atlas.compare.template.LeftOpen;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Lambda Managed Instances: functions on instances that Lambda starts and patches, for a fee; three of them at least. */
public final class LambdaManagedInstances {
    public static final String PROVIDER = "AWS::Lambda::CapacityProvider";
    private static final String FEE = "lambda:managed-instances:fee";
    /** One a zone, in three zones. */
    private static final int FEWEST = 3;

    private LambdaManagedInstances() {}

    /** Empty for one that no function is on. */
    static Optional<Fleet> fleet(SetUp setUp, Resource provider) {
        if (functionsOn(setUp, provider).isEmpty()) {
            return Optional.empty();
        }
        String type = provider.at("InstanceRequirements", "AllowedInstanceTypes").list().stream()
                .flatMap(allowed -> allowed.text().stream())
                .filter(allowed -> !allowed.contains("*"))
                .findFirst()
                .orElseThrow(
                        () -> new LeftOpen("Lambda chooses its instances, so their types are not in the template"));
        Instance machine = new Instance(type, List.of(), Address.NONE, Tenancy.SHARED, Optional.of(FEE));
        return Optional.of(Instances.fleet(
                provider,
                machine,
                FEWEST,
                most(provider, InstanceType.known(type)),
                Scaling.NONE,
                List.of(new Share(provider, machine, false, 0, 1))));
    }

    private static OptionalInt most(Resource provider, InstanceType type) {
        int vcpus = provider.at("CapacityProviderScalingConfig", "MaxVCpuCount").wholeOr(0);
        return vcpus == 0 ? OptionalInt.empty() : OptionalInt.of(Math.max(FEWEST, vcpus / type.vcpu()));
    }

    static List<Resource> functionsOn(SetUp setUp, Resource provider) {
        return setUp.resources(Functions.FUNCTION)
                .filter(function ->
                        function.at("CapacityProviderConfig").references().contains(provider.name()))
                .toList();
    }

    static boolean isOnOne(Resource function) {
        return function.at("CapacityProviderConfig").isPresent();
    }
}
