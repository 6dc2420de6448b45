package atlas.compare.capacity;

import atlas.compare.template.LeftOpen;
import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/** Finds what runs the app in a set-up, and says what it cannot read. */
public final class Computes {
    private final SetUp setUp;
    private final List<Fleet> fleets = new ArrayList<>();
    private final List<Function> functions = new ArrayList<>();
    private final Map<Reference, String> leftOpen = new LinkedHashMap<>();

    private Computes(SetUp setUp) {
        this.setUp = setUp;
    }

    public static Computes read(SetUp setUp) {
        Computes computes = new Computes(setUp);
        computes.read(EcsServices.SERVICE, EcsServices::fleet, computes.fleets);
        computes.read(EcsExpress.SERVICE, EcsExpress::fleet, computes.fleets);
        computes.read(Instances.GROUP, Instances::group, computes.fleets);
        computes.read(Instances.INSTANCE, Instances::alone, computes.fleets);
        computes.read(AppRunner.SERVICE, AppRunner::fleet, computes.fleets);
        computes.read(Lightsail.CONTAINER, Lightsail::container, computes.fleets);
        computes.read(Lightsail.INSTANCE, Lightsail::instance, computes.fleets);
        NodeGroups groups = new NodeGroups(setUp, computes.leftOpen);
        groups.fleet().ifPresent(computes.fleets::add);
        computes.read(LambdaManagedInstances.PROVIDER, LambdaManagedInstances::fleet, computes.fleets);
        computes.read(Functions.FUNCTION, Functions::function, computes.functions);
        setUp.unit().filter(unit -> computes.fleets.size() == 1).ifPresent(computes::told);
        return computes;
    }

    /** How many tasks of ECS are listed in a registry of Cloud Map when nobody asks. */
    public static int tasksRegisteredIn(SetUp setUp, Resource registry) {
        return setUp.resources(EcsServices.SERVICE)
                .filter(service -> service.at("ServiceRegistries").references().contains(registry.name()))
                .map(service -> EcsServices.fewestTasks(setUp, service))
                .reduce(0, Integer::sum);
    }

    /** Fleets first, then functions, each in the order of the templates. */
    public static List<Compute> in(SetUp setUp) {
        return read(setUp).found();
    }

    private <T> void read(String type, BiFunction<SetUp, Resource, Optional<T>> reader, List<T> found) {
        setUp.resources(type).forEach(resource -> {
            try {
                reader.apply(setUp, resource).ifPresent(found::add);
            } catch (LeftOpen open) {
                leftOpen.put(resource.name(), open.getMessage());
            }
        });
    }

    /** A stack that tells its bounds knows better than its parts do: instances may come with the tasks on them. */
    private void told(Unit unit) {
        Fleet fleet = fleets.get(0);
        fleets.set(
                0,
                new Fleet(
                        fleet.resource(),
                        unit.name(),
                        unit.vcpu(),
                        unit.memoryMiB(),
                        unit.min(),
                        unit.max() == 0 ? OptionalInt.empty() : OptionalInt.of(unit.max()),
                        fleet.scaling(),
                        fleet.shares()));
    }

    /** Fleets first, then functions, each in the order of the templates. */
    public List<Compute> found() {
        List<Compute> found = new ArrayList<>(fleets);
        found.addAll(functions);
        return List.copyOf(found);
    }

    /** Why what a resource runs cannot be read; empty when it was, or when it runs nothing. */
    public Optional<String> leftOpen(Reference resource) {
        return Optional.ofNullable(leftOpen.get(resource));
    }
}
