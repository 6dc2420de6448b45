package atlas.compare.inventory;

import atlas.compare.capacity.Compute;
import atlas.compare.capacity.Fleet;
import atlas.compare.capacity.Function;
import atlas.compare.capacity.Machine;
import atlas.compare.capacity.Machine.Instance;
import atlas.compare.capacity.Machine.Task;
import atlas.compare.inventory.ComputeSize.Architecture;
import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds how big computes are, and the tasks that share instances. */
final class ComputeSizes {
    private static final String TASK_DEFINITION = "AWS::ECS::TaskDefinition";
    private static final BigDecimal UNITS_A_VCPU = BigDecimal.valueOf(1024);
    /** A g behind the generation, as in m7g, c7gn, x2gd, im4gn; and the first family of all. */
    private static final Pattern GRAVITON = Pattern.compile("(a1|[a-z]+\\d+[a-z]*g[a-z]*)\\..*");

    private ComputeSizes() {}

    static List<ComputeSize> in(SetUp setUp, List<Compute> computes) {
        Set<Reference> onFargate = new HashSet<>();
        computes.stream()
                .filter(ComputeSizes::isTasks)
                .forEach(fleet ->
                        onFargate.addAll(fleet.resource().at("TaskDefinition").references()));
        Stream<ComputeSize> onInstances = setUp.resources(TASK_DEFINITION)
                .filter(task -> !onFargate.contains(task.name()))
                .map(ComputeSizes::task);
        return Stream.concat(computes.stream().map(ComputeSizes::of), onInstances)
                .toList();
    }

    private static boolean isTasks(Compute compute) {
        return compute instanceof Fleet fleet && machine(fleet) instanceof Task;
    }

    private static Machine machine(Fleet fleet) {
        return fleet.shares().get(0).machine();
    }

    private static ComputeSize of(Compute compute) {
        Resource resource = compute.resource();
        return new ComputeSize(
                resource.name(),
                resource.type(),
                compute.unit(),
                on(compute),
                Optional.of(compute.vcpu()),
                OptionalInt.of(compute.memoryMiB()),
                isArm(compute).map(arm -> arm ? Architecture.ARM64 : Architecture.X86_64));
    }

    private static String on(Compute compute) {
        if (compute instanceof Fleet fleet) {
            Machine machine = machine(fleet);
            return machine instanceof Instance instance
                    ? instance.type()
                    : machine instanceof Task ? "Fargate" : service(fleet.resource());
        }
        Resource function = compute.resource();
        return function.at("Runtime").text().orElse(function.at("PackageType").is("Image") ? "image" : "Lambda");
    }

    private static String service(Resource resource) {
        return resource.is("AWS::AppRunner::Service") ? "App Runner" : "Lightsail";
    }

    /** Empty where whoever runs it does not say. */
    private static Optional<Boolean> isArm(Compute compute) {
        if (compute instanceof Function function) {
            return Optional.of(function.arm());
        }
        Machine machine = machine((Fleet) compute);
        if (machine instanceof Task task) {
            return Optional.of(task.arm());
        }
        return machine instanceof Instance instance ? Optional.of(isGraviton(instance.type())) : Optional.empty();
    }

    static boolean isGraviton(String instanceType) {
        return GRAVITON.matcher(instanceType).matches();
    }

    /** A task that says nothing itself is as big as its containers. */
    private static ComputeSize task(Resource task) {
        Optional<BigDecimal> units = task.at("Cpu").number().or(() -> sum(task, "Cpu"));
        Optional<BigDecimal> memory =
                task.at("Memory").number().or(() -> sum(task, "Memory")).or(() -> sum(task, "MemoryReservation"));
        return new ComputeSize(
                task.name(),
                task.type(),
                "task",
                "instances",
                units.map(number -> number.divide(UNITS_A_VCPU, MathContext.DECIMAL64)),
                memory.stream().mapToInt(BigDecimal::intValue).findFirst(),
                Optional.empty());
    }

    private static Optional<BigDecimal> sum(Resource task, String property) {
        return task.at("ContainerDefinitions").items().stream()
                .flatMap(container -> container.at(property).number().stream())
                .reduce(BigDecimal::add);
    }
}
