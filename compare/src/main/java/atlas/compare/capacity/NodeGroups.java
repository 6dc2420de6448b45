package atlas.compare.capacity;

import atlas.compare.capacity.Machine.Share;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The managed node groups of EKS, which together are one fleet: a pod runs on any of them. */
final class NodeGroups {
    private static final String NODE_GROUP = "AWS::EKS::Nodegroup";

    private NodeGroups() {}

    static Optional<Fleet> in(SetUp setUp) {
        List<Resource> groups = setUp.resources(NODE_GROUP).toList();
        boolean anySpot = groups.stream().anyMatch(NodeGroups::isSpot);
        List<Share> shares = new ArrayList<>();
        int min = 0;
        int max = 0;
        for (Resource group : groups) {
            int fewest = group.at("ScalingConfig", "MinSize").whole().orElse(1);
            int wanted = group.at("ScalingConfig", "DesiredSize").whole().orElse(fewest);
            min += wanted;
            max += group.at("ScalingConfig", "MaxSize").whole().orElse(Math.max(wanted, 2));
            new Launch(setUp, group)
                    .instance()
                    .ifPresent(machine ->
                            shares.add(new Share(group, machine, isSpot(group), wanted, weight(group, anySpot))));
        }
        if (shares.isEmpty() || shares.size() < groups.size()) {
            return Optional.empty();
        }
        Machine.Instance first = (Machine.Instance) shares.get(0).machine();
        int fewest = min;
        int most = max;
        return InstanceType.named(first.type())
                .map(type -> new Fleet(
                        shares.get(0).resource(),
                        "node",
                        BigDecimal.valueOf(type.vcpu()),
                        type.memoryMiB(),
                        fewest,
                        OptionalInt.of(most),
                        Scaling.NONE,
                        shares));
    }

    private static boolean isSpot(Resource group) {
        return group.at("CapacityType").is("SPOT");
    }

    /** What comes on top of the fewest comes on Spot, where there is such a group. */
    private static int weight(Resource group, boolean anySpot) {
        return isSpot(group) == anySpot ? 1 : 0;
    }
}
