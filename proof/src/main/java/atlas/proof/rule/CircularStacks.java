package atlas.proof.rule;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Stacks that import from each other: none of them can be the first. */
final class CircularStacks implements Rule {
    @Override
    public String id() {
        return "circular-stacks";
    }

    @Override
    public String remedy() {
        return "move what both need into a stack below them, or pass one of the values as a name";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        Map<String, Set<String>> needs = new TreeMap<>();
        deployment.setUp().resources().forEach(resource -> others(resource)
                .forEach(other -> needs.computeIfAbsent(resource.name().stack(), none -> new TreeSet<>())
                        .add(other.stack())));
        return Circles.in(needs).stream().flatMap(circle -> deployment
                .setUp()
                .resources()
                .filter(resource -> circle.contains(resource.name().stack()))
                .flatMap(resource -> others(resource)
                        .filter(other -> circle.contains(other.stack()))
                        .map(other -> Breach.of(
                                resource,
                                "it needs %s, and the stacks %s need each other",
                                other,
                                String.join(", ", circle)))));
    }

    private static Stream<Reference> others(Resource resource) {
        return resource.properties().references().stream()
                .filter(other -> !other.stack().equals(resource.name().stack()));
    }
}
