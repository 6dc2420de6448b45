package atlas.compare.inventory;

import atlas.compare.capacity.Compute;
import atlas.compare.capacity.Function;
import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds what scales: what Application Auto Scaling may change, functions, services, and the table {@code scaling.csv}. */
final class Scalings {
    private static final String TARGET = "AWS::ApplicationAutoScaling::ScalableTarget";
    private static final String SERVICE = "AWS::ECS::Service";
    private static final Map<String, List<Rule>> RULES = TypeTable.byType("scaling.csv", Rule::parse);
    private static final Map<String, String> UNITS = Map.of(
            "ecs:service:DesiredCount", "task",
            "lambda:function:ProvisionedConcurrency", "provisioned environment",
            "dynamodb:table:ReadCapacityUnits", "read unit",
            "dynamodb:table:WriteCapacityUnits", "write unit",
            "rds:cluster:ReadReplicaCount", "replica");

    private final SetUp setUp;
    private final ScalingRules rules;
    private final List<Scaled> found = new ArrayList<>();

    private Scalings(SetUp setUp) {
        this.setUp = setUp;
        rules = new ScalingRules(setUp);
    }

    /** A row of the table. */
    private record Rule(String unit, PropertyPath min, PropertyPath desired, PropertyPath max) {
        static Rule parse(List<String> row) {
            return new Rule(
                    row.get(1),
                    PropertyPath.parse(row.get(2)),
                    PropertyPath.parse(row.get(3)),
                    PropertyPath.parse(row.get(4)));
        }

        Bounds bounds(Resource resource) {
            return Bounds.of(at(min, resource), at(desired, resource), at(max, resource));
        }

        private static Value at(PropertyPath path, Resource resource) {
            return path.first(resource.properties()).orElse(Value.NONE);
        }
    }

    static List<Scaled> in(SetUp setUp, List<Compute> computes) {
        Scalings scalings = new Scalings(setUp);
        setUp.resources(TARGET).forEach(scalings::target);
        setUp.resources(SERVICE).forEach(scalings::service);
        setUp.resources().forEach(scalings::byTable);
        computes.stream()
                .filter(Function.class::isInstance)
                .map(Function.class::cast)
                .forEach(scalings::function);
        return scalings.found;
    }

    private void target(Resource target) {
        String dimension = target.at("ScalableDimension").text().orElse("");
        Resource scaled = scaledBy(target).orElse(target);
        found.add(new Scaled(
                scaled.name(),
                scaled.type(),
                UNITS.getOrDefault(dimension, dimension.substring(dimension.lastIndexOf(':') + 1)),
                Bounds.of(target.at("MinCapacity"), Value.NONE, target.at("MaxCapacity")),
                rules.of(target)));
    }

    /** The last one that its id names: a service's is {@code service/cluster/service}. */
    private Optional<Resource> scaledBy(Resource target) {
        List<Reference> names = target.at("ResourceId").references();
        return names.isEmpty() ? Optional.empty() : setUp.resource(names.get(names.size() - 1));
    }

    /** One that nothing changes has as many tasks as it says; a daemon has one on each instance. */
    private void service(Resource service) {
        if (isKnown(service.name()) || service.at("SchedulingStrategy").is("DAEMON")) {
            return;
        }
        Value desired = service.at("DesiredCount");
        Bounds bounds = desired.isPresent() ? Bounds.of(desired, Value.NONE, desired) : Bounds.fixed(BigDecimal.ONE);
        found.add(new Scaled(service.name(), service.type(), "task", bounds, List.of()));
    }

    private boolean isKnown(Reference name) {
        return found.stream().anyMatch(scaled -> scaled.resource().equals(name));
    }

    private void byTable(Resource resource) {
        for (Rule rule : RULES.getOrDefault(resource.type(), List.of())) {
            Bounds bounds = rule.bounds(resource);
            if (bounds.isPresent()) {
                found.add(new Scaled(resource.name(), resource.type(), rule.unit(), bounds, rules.of(resource)));
            }
        }
    }

    /** Without a reserved concurrency only the account's quota ends it. */
    private void function(Function function) {
        found.add(new Scaled(
                function.resource().name(),
                function.resource().type(),
                "environment",
                new Bounds(
                        Optional.of(BigDecimal.valueOf(function.provisioned())),
                        Optional.empty(),
                        decimal(function.reserved())),
                List.of()));
    }

    private static Optional<BigDecimal> decimal(OptionalInt number) {
        return number.stream().mapToObj(BigDecimal::valueOf).findFirst();
    }
}
