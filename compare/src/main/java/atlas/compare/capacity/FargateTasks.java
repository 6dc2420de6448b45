package atlas.compare.capacity;

import atlas.compare.capacity.Machine.Address;
import atlas.compare.capacity.Machine.Share;
import atlas.compare.template.LeftOpen;
import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Tasks on Fargate, as their task definition has them, whatever starts them. */
final class FargateTasks {
    private static final BigDecimal INCLUDED_GIB = BigDecimal.valueOf(20);

    private FargateTasks() {}

    /**
     * @param starter a service, a rule or a schedule
     * @param assigned whether they get public addresses
     * @throws LeftOpen when the template does not say what a task is
     */
    static Fleet fleet(
            Resource starter, EcsPlacement placement, Value assigned, int min, OptionalInt max, Scaling scaling) {
        Resource definition =
                placement.task().orElseThrow(() -> new LeftOpen("its task definition is not in the template"));
        TaskSize size = TaskSize.of(definition.at("Cpu"), definition.at("Memory"));
        List<Share> shares = shares(starter, placement, task(definition, size, assigned));
        return new Fleet(starter, "task", size.vcpu(), size.memoryMiB(), min, max, scaling, shares);
    }

    private static Machine task(Resource definition, TaskSize size, Value assigned) {
        String family =
                definition.at("RuntimePlatform", "OperatingSystemFamily").textOr("LINUX");
        if (!family.equals("LINUX")) {
            throw new LeftOpen("tasks of %s are not known here".formatted(family));
        }
        return new Machine.Task(
                definition
                        .at("RuntimePlatform", "CpuArchitecture")
                        .textOr("X86_64")
                        .equals("ARM64"),
                size.vcpu(),
                size.memoryGib(),
                definition.at("EphemeralStorage", "SizeInGiB").numberOr(INCLUDED_GIB),
                address(assigned));
    }

    private static Address address(Value assigned) {
        if (assigned.isPresent() && assigned.text().isEmpty()) {
            return Address.LEFT_OPEN;
        }
        return assigned.is("ENABLED") ? Address.PUBLIC : Address.NONE;
    }

    private static List<Share> shares(Resource starter, EcsPlacement placement, Machine task) {
        List<Share> shares = new ArrayList<>();
        for (Value provider : placement.strategy()) {
            shares.add(new Share(
                    starter,
                    task,
                    provider.at("CapacityProvider").textOr("").equals("FARGATE_SPOT"),
                    provider.at("Base").wholeOr(0),
                    provider.at("Weight").wholeOr(0)));
        }
        return shares.isEmpty() ? List.of(new Share(starter, task, false, 0, 1)) : shares;
    }
}
