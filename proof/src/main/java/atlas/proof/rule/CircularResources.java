package atlas.proof.rule;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Resources of one stack that wait for each other: CloudFormation does not begin. */
final class CircularResources implements Rule {
    @Override
    public String id() {
        return "circular-resources";
    }

    @Override
    public String remedy() {
        return "make one of the references a resource of its own, such as AWS::EC2::SecurityGroupIngress";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        Map<String, Reference> names = new TreeMap<>();
        Map<String, Set<String>> needs = new TreeMap<>();
        deployment.setUp().resources().forEach(resource -> {
            names.put(resource.name().toString(), resource.name());
            needs.put(resource.name().toString(), needs(deployment, resource));
        });
        return Circles.in(needs).stream().flatMap(circle -> circle.stream()
                .map(member -> new Breach(
                        names.get(member), "it waits for itself: " + String.join(", ", plain(circle, names)))));
    }

    private static Set<String> needs(Deployment deployment, Resource resource) {
        Set<String> needs = new TreeSet<>();
        Stream.concat(resource.properties().references().stream(), deployment.dependsOn(resource.name()).stream())
                .filter(other -> other.stack().equals(resource.name().stack()))
                .filter(other -> deployment.setUp().resource(other).isPresent())
                .forEach(other -> needs.add(other.toString()));
        return needs;
    }

    private static Collection<String> plain(Collection<String> circle, Map<String, Reference> names) {
        return circle.stream().map(member -> names.get(member).id()).toList();
    }
}
