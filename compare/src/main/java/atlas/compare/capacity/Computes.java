package atlas.compare.capacity;

import atlas.compare.template.SetUp;
import atlas.compare.template.Unit;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Finds what runs the app in a set-up. */
public final class Computes {
    private Computes() {}

    /** Fleets first, then functions, each in the order of the templates. */
    public static List<Compute> in(SetUp setUp) {
        List<Fleet> fleets = Stream.of(
                        EcsServices.fargate(setUp),
                        Instances.groups(setUp),
                        Instances.alone(setUp),
                        NodeGroups.in(setUp).stream())
                .flatMap(found -> found)
                .toList();
        if (fleets.size() == 1 && setUp.unit().isPresent()) {
            fleets = List.of(told(fleets.get(0), setUp.unit().get()));
        }
        return Stream.concat(fleets.stream(), Functions.in(setUp))
                .map(Compute.class::cast)
                .toList();
    }

    /** A stack that tells its bounds knows better than its parts do: instances may come with the tasks on them. */
    private static Fleet told(Fleet fleet, Unit unit) {
        return new Fleet(
                fleet.resource(),
                unit.name(),
                unit.vcpu(),
                unit.memoryMiB(),
                unit.min(),
                unit.max() == 0 ? OptionalInt.empty() : OptionalInt.of(unit.max()),
                fleet.scaling(),
                fleet.shares());
    }
}
