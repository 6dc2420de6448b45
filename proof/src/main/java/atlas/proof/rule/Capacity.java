package atlas.proof.rule;

import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.List;
import java.util.stream.Stream;

/** Where a service's tasks run. */
final class Capacity {
    private Capacity() {}

    /** Names of capacity providers that a service chooses. */
    static List<Value> providers(Resource service) {
        return service.at("CapacityProviderStrategy").items().stream()
                .map(strategy -> strategy.at("CapacityProvider"))
                .toList();
    }

    /** Auto Scaling groups behind them. */
    static Stream<Resource> machines(Resource service, Deployment deployment) {
        return providers(service).stream()
                .flatMap(name -> deployment.behind(name, "AWS::ECS::CapacityProvider").stream())
                .flatMap(provider ->
                        deployment.behind(provider.at("AutoScalingGroupProvider", "AutoScalingGroupArn")).stream());
    }
}
