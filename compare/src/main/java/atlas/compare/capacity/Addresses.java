package atlas.compare.capacity;

import atlas.compare.capacity.Machine.Address;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.util.List;
import java.util.stream.Stream;

/** Whether instances get public IPv4 addresses: as their launch says, or else as their subnets have it. */
final class Addresses {
    private static final String SUBNET = "AWS::EC2::Subnet";
    private static final String ASSOCIATE = "AssociatePublicIpAddress";

    private final SetUp setUp;
    private final Resource owner;
    private final Value launch;

    /** @param owner an instance, a group or a node group */
    Addresses(SetUp setUp, Resource owner, Value launch) {
        this.setUp = setUp;
        this.owner = owner;
        this.launch = launch;
    }

    Address ofAnInstance() {
        if (hasElasticAddress()) {
            return Address.ELASTIC;
        }
        List<Value> cards = Stream.of(owner.at("NetworkInterfaces"), launch.at("NetworkInterfaces"))
                .flatMap(list -> list.items().stream())
                .toList();
        List<Value> said = Stream.concat(Stream.of(launch), cards.stream())
                .map(card -> card.at(ASSOCIATE))
                .filter(Value::isPresent)
                .toList();
        if (!said.isEmpty()) {
            return said(said);
        }
        boolean isGiven =
                cards.stream().anyMatch(card -> card.at("NetworkInterfaceId").isPresent());
        return isGiven ? Address.NONE : asTheSubnetsHaveIt();
    }

    private static Address said(List<Value> said) {
        if (said.stream().anyMatch(Value::isTrue)) {
            return Address.PUBLIC;
        }
        return said.stream().allMatch(value -> value.text().isPresent()) ? Address.NONE : Address.LEFT_OPEN;
    }

    /** Its own address gives way to it, and that is a resource of its own. */
    private boolean hasElasticAddress() {
        return setUp.resources("AWS::EC2::EIP", "AWS::EC2::EIPAssociation")
                .anyMatch(address -> address.at("InstanceId").references().contains(owner.name()));
    }

    /** Subnets of a default VPC give one, and without a subnet it is that VPC's. */
    private Address asTheSubnetsHaveIt() {
        List<Value> named = Stream.of(
                        owner.at("SubnetId"),
                        owner.at("VPCZoneIdentifier"),
                        owner.at("Subnets"),
                        owner.at("NetworkInterfaces"),
                        launch.at("NetworkInterfaces"))
                .filter(Value::isPresent)
                .toList();
        List<Resource> subnets =
                named.stream().flatMap(value -> setUp.referredTo(value, SUBNET)).toList();
        if (subnets.stream().anyMatch(subnet -> subnet.at("MapPublicIpOnLaunch").isTrue())) {
            return Address.PUBLIC;
        }
        if (named.isEmpty()) {
            return Address.PUBLIC;
        }
        return subnets.isEmpty() ? Address.LEFT_OPEN : Address.NONE;
    }
}
