package atlas.compare.capacity;

import atlas.compare.capacity.Machine.Instance;
import atlas.compare.capacity.Machine.Share;
import atlas.compare.template.LeftOpen;
import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The managed node groups of EKS, which together are one fleet: a pod runs on any of them. Source of the defaults: EKS API
 * reference, CreateNodegroup; recalled, not read.
 */
final class NodeGroups {
    private static final String NODE_GROUP = "AWS::EKS::Nodegroup";
    private static final String DEFAULT_TYPE = "t3.medium";
    private static final BigDecimal DISK_GIB = BigDecimal.valueOf(20);
    private static final int DEFAULT_MAX = 2;

    private final SetUp setUp;
    private final List<Resource> groups;
    private final boolean anySpot;
    private final List<Share> shares = new ArrayList<>();
    private int min;
    private int max;

    NodeGroups(SetUp setUp, Map<Reference, String> leftOpen) {
        this.setUp = setUp;
        groups = setUp.resources(NODE_GROUP).toList();
        anySpot = groups.stream().anyMatch(NodeGroups::isSpot);
        for (Resource group : groups) {
            try {
                add(group);
            } catch (LeftOpen open) {
                leftOpen.put(group.name(), open.getMessage());
            }
        }
    }

    private void add(Resource group) {
        int fewest = group.at("ScalingConfig", "MinSize").wholeOr(1);
        int wanted = group.at("ScalingConfig", "DesiredSize").wholeOr(fewest);
        int most = group.at("ScalingConfig", "MaxSize").wholeOr(Math.max(wanted, DEFAULT_MAX));
        Instance machine = machine(group);
        InstanceType.known(machine.type());
        shares.add(new Share(group, machine, isSpot(group), wanted, weight(group)));
        min += wanted;
        max += most;
    }

    private Instance machine(Resource group) {
        Launch launch = new Launch(setUp, group);
        if (launch.types().findAny().isPresent()) {
            return launch.instance(DISK_GIB);
        }
        return launch.instance(DEFAULT_TYPE, DISK_GIB);
    }

    /** Empty where there is no group. */
    Optional<Fleet> fleet() {
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        InstanceType type = InstanceType.known(((Instance) shares.get(0).machine()).type());
        BigDecimal vcpu = BigDecimal.valueOf(type.vcpu());
        return Optional.of(new Fleet(
                shares.get(0).resource(),
                "node",
                vcpu,
                type.memoryMiB(),
                min,
                OptionalInt.of(max),
                new Pods(setUp).scaling(vcpu, max),
                shares));
    }

    private static boolean isSpot(Resource group) {
        return group.at("CapacityType").is("SPOT");
    }

    /** What comes on top of the fewest comes on Spot, where there is such a group. */
    private int weight(Resource group) {
        return isSpot(group) == anySpot ? 1 : 0;
    }
}
