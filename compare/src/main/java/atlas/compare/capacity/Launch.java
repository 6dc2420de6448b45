package atlas.compare.capacity;

import atlas.compare.capacity.Machine.Instance;
import atlas.compare.capacity.Machine.Volume;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How EC2 instances are launched: by a launch template, a launch configuration, or in so many words. */
public final class Launch {
    private static final String TEMPLATE = "AWS::EC2::LaunchTemplate";
    private static final String CONFIGURATION = "AWS::AutoScaling::LaunchConfiguration";

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

    /** Empty when the template leaves the type to whoever deploys it, or to AWS. */
    Optional<Instance> instance() {
        return type().map(type -> new Instance(type, volumes(), hasPublicAddress()));
    }

    private Optional<String> type() {
        return owner.at("MixedInstancesPolicy", "LaunchTemplate", "Overrides").items().stream()
                .flatMap(override -> override.at("InstanceType").text().stream())
                .findFirst()
                .or(() -> owner.at("InstanceTypes").items().stream()
                        .flatMap(type -> type.text().stream())
                        .findFirst())
                .or(() -> owner.at("InstanceType").text())
                .or(() -> data.at("InstanceType").text());
    }

    private List<Volume> volumes() {
        Value devices = owner.at("BlockDeviceMappings").isPresent()
                ? owner.at("BlockDeviceMappings")
                : data.at("BlockDeviceMappings");
        List<Volume> volumes = devices.items().stream()
                .filter(device -> device.at("Ebs").isPresent())
                .map(device -> Volume.of(device.at("Ebs")))
                .toList();
        if (!volumes.isEmpty()) {
            return volumes;
        }
        return owner.at("DiskSize").number().map(Launch::rootOf).orElse(List.of(Volume.ROOT));
    }

    private static List<Volume> rootOf(BigDecimal gib) {
        return List.of(new Volume("gp3", gib, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    /** Whether each instance gets a public IPv4 address of its own. */
    public boolean hasPublicAddress() {
        if (data.at("AssociatePublicIpAddress").isTrue()) {
            return true;
        }
        List<Value> interfaces = Stream.of(owner.at("NetworkInterfaces"), data.at("NetworkInterfaces"))
                .flatMap(list -> list.items().stream())
                .filter(card -> card.at("AssociatePublicIpAddress").isPresent())
                .toList();
        if (!interfaces.isEmpty()) {
            return interfaces.stream()
                    .anyMatch(card -> card.at("AssociatePublicIpAddress").isTrue());
        }
        return setUp.referredTo(owner.properties(), "AWS::EC2::Subnet")
                .anyMatch(subnet -> subnet.at("MapPublicIpOnLaunch").isTrue());
    }
}
