package atlas.compare.capacity;

import atlas.compare.capacity.Machine.Address;
import atlas.compare.capacity.Machine.Instance;
import atlas.compare.capacity.Machine.Tenancy;
import atlas.compare.capacity.Machine.Volume;
import atlas.compare.template.LeftOpen;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How EC2 instances are launched: by a launch template, a launch configuration, or in so many words. */
public final class Launch {
    private static final String TEMPLATE = "AWS::EC2::LaunchTemplate";
    private static final String CONFIGURATION = "AWS::AutoScaling::LaunchConfiguration";
    /** As images of Linux call it. */
    private static final Set<String> ROOT = Set.of("/dev/xvda", "/dev/sda1");

    private final SetUp setUp;
    /** The instance, the group, or the node group. */
    private final Resource owner;

    private final Value data;

    /** @param owner an instance, an Auto Scaling group, or a node group */
    public Launch(SetUp setUp, Resource owner) {
        this.setUp = setUp;
        this.owner = owner;
        data = setUp.referredTo(owner.properties(), TEMPLATE)
                .map(template -> template.at("LaunchTemplateData"))
                .findFirst()
                .or(() -> setUp.referredTo(owner.at("LaunchConfigurationName"), CONFIGURATION)
                        .map(Resource::properties)
                        .findFirst())
                .orElse(owner.properties());
    }

    /** @throws LeftOpen when the template leaves it to whoever deploys it, or to AWS */
    Instance instance() {
        return instance(Volume.ROOT_GIB);
    }

    /** @param rootGib where the template does not say */
    Instance instance(BigDecimal rootGib) {
        Value type = types().findFirst().orElseThrow(() -> new LeftOpen("its instance type is not in the template"));
        return instance(type.textOr(""), rootGib);
    }

    Instance instance(String type, BigDecimal rootGib) {
        return new Instance(type, volumes(rootGib), address(), tenancy(), Optional.empty());
    }

    /** Resources that it hands to what is started: a script that runs at first boot, or tags. */
    Stream<Resource> handedOver(String type) {
        return setUp.referredTo(data, type);
    }

    /** Those that the template allows. */
    Stream<Value> types() {
        return Stream.of(
                        owner.at("MixedInstancesPolicy", "LaunchTemplate", "Overrides").list().stream()
                                .map(override -> override.at("InstanceType")),
                        owner.at("InstanceTypes").list().stream(),
                        Stream.of(owner.at("InstanceType"), data.at("InstanceType")))
                .flatMap(values -> values)
                .filter(Value::isPresent);
    }

    private List<Volume> volumes(BigDecimal rootGib) {
        Value devices = owner.at("BlockDeviceMappings").isPresent()
                ? owner.at("BlockDeviceMappings")
                : data.at("BlockDeviceMappings");
        List<Volume> volumes = new ArrayList<>();
        boolean hasRoot = false;
        for (Value device : devices.list()) {
            if (device.at("Ebs").isPresent()) {
                volumes.add(Volume.mapped(device.at("Ebs")));
                hasRoot |= device.at("DeviceName").text().filter(ROOT::contains).isPresent();
            }
        }
        if (!hasRoot) {
            volumes.add(0, Volume.root(owner.at("DiskSize").numberOr(rootGib)));
        }
        return volumes;
    }

    /** Whether each instance gets a public IPv4 address of its own. */
    public boolean hasPublicAddress() {
        return address() == Address.PUBLIC;
    }

    private Address address() {
        return new Addresses(setUp, owner, data).ofAnInstance();
    }

    private Tenancy tenancy() {
        Value written = Stream.of(owner.at("Tenancy"), data.at("Placement", "Tenancy"), data.at("PlacementTenancy"))
                .filter(Value::isPresent)
                .findFirst()
                .orElse(owner.at("Tenancy"));
        return switch (written.textOr("default")) {
            case "dedicated" -> Tenancy.DEDICATED;
            case "host" -> Tenancy.HOST;
            default -> Tenancy.SHARED;
        };
    }
}
