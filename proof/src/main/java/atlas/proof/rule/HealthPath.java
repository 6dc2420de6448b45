package atlas.proof.rule;

import atlas.compare.template.Resource;
import atlas.compare.template.Unit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the sample app tells that it is well. Judges only stacks that say in their metadata that they run it, since nobody knows
 * what other apps serve.
 */
final class HealthPath implements Rule {
    /** Of {@code atlas.http.ServiceEndpoint}, as {@code atlas.http.AtlasApi} routes to it; a test asks the app. */
    static final String PATH = "/health";

    @Override
    public String id() {
        return "health-path";
    }

    @Override
    public String remedy() {
        return "ask for a path that the app answers with 200: " + PATH;
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment.setUp().stacks().stream()
                .flatMap(stack -> stack.unit().stream().flatMap(unit -> stack.resources().stream()
                        .filter(resource -> resource.is("AWS::ElasticLoadBalancingV2::TargetGroup"))
                        .flatMap(group -> breach(group, unit).stream())));
    }

    private static Optional<Breach> breach(Resource group, Unit unit) {
        return Known.text(group.at("HealthCheckPath"), "/")
                .filter(path -> !path.equals(PATH) && !path.equals("/" + unit.option() + PATH))
                .map(path -> Breach.of(group, "it asks for %s, which the app does not serve for its health", path));
    }
}
