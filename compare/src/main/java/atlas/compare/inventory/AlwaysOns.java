package atlas.compare.inventory;

import atlas.compare.capacity.Compute;
import atlas.compare.capacity.Fleet;
import atlas.compare.capacity.Function;
import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what runs all the time: computes by their fewest units, the rest by the table {@code always-on.csv}. */
final class AlwaysOns {
    private static final Map<String, List<Rule>> RULES = TypeTable.byType("always-on.csv", Rule::parse);

    private AlwaysOns() {}

    /** A row of the table. */
    private record Rule(String unit, PropertyPath count, When when) {
        static Rule parse(List<String> row) {
            return new Rule(row.get(1), PropertyPath.parse(row.get(2)), When.parse(row.get(3)));
        }

        AlwaysOn of(Resource resource) {
            OptionalInt units = count.first(resource.properties())
                    .map(value ->
                            value.whole().stream().mapToInt(Integer::intValue).findFirst())
                    .orElse(OptionalInt.of(1));
            return new AlwaysOn(resource.name(), resource.type(), units, unit);
        }
    }

    static List<AlwaysOn> in(SetUp setUp, List<Compute> computes, List<Scaled> scaled) {
        List<AlwaysOn> found = new ArrayList<>();
        computes.forEach(compute -> found.addAll(fewest(compute)));
        Set<Reference> counted = found.stream().map(AlwaysOn::resource).collect(Collectors.toSet());
        Stream<AlwaysOn> machines = scaled.stream()
                .filter(Scaled::isMachines)
                .map(entry -> new AlwaysOn(
                        entry.resource(), entry.type(), entry.bounds().fewest(), entry.unit()));
        Stream<AlwaysOn> others = setUp.resources().flatMap(AlwaysOns::byTable);
        Stream.concat(machines, others)
                .filter(entry -> !counted.contains(entry.resource()))
                .forEach(found::add);
        found.removeIf(entry -> entry.units().isPresent() && entry.units().getAsInt() == 0);
        return found;
    }

    private static List<AlwaysOn> fewest(Compute compute) {
        if (compute instanceof Function function) {
            return List.of(new AlwaysOn(
                    function.resource().name(),
                    function.resource().type(),
                    OptionalInt.of(function.provisioned()),
                    "provisioned environment"));
        }
        Fleet fleet = (Fleet) compute;
        Map<Resource, Integer> units = new LinkedHashMap<>();
        fleet.split(fleet.min()).forEach((share, count) -> units.merge(share.resource(), count, Integer::sum));
        return units.entrySet().stream()
                .map(entry -> new AlwaysOn(
                        entry.getKey().name(), entry.getKey().type(), OptionalInt.of(entry.getValue()), fleet.unit()))
                .toList();
    }

    private static Stream<AlwaysOn> byTable(Resource resource) {
        return RULES.getOrDefault(resource.type(), List.of()).stream()
                .filter(rule -> rule.when().holds(resource))
                .map(rule -> rule.of(resource));
    }
}
