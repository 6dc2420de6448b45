package atlas.compare.capacity;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands before a compute: followed from it, by target groups or integrations, to load balancer or API, to the CDN. */
final class Fronts {
    private static final String TARGET_GROUP = "AWS::ElasticLoadBalancingV2::TargetGroup";
    private static final String LISTENER = "AWS::ElasticLoadBalancingV2::Listener";
    private static final String LISTENER_RULE = "AWS::ElasticLoadBalancingV2::ListenerRule";
    private static final String LOAD_BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    private static final String CLASSIC = "AWS::ElasticLoadBalancing::LoadBalancer";

    private final SetUp setUp;

    Fronts(SetUp setUp) {
        this.setUp = setUp;
    }

    Set<Resource> before(Compute compute) {
        Set<Resource> fronts = new LinkedHashSet<>(loadBalancers(compute));
        if (compute instanceof Function function) {
            fronts.addAll(apis(function.resource().name()));
        }
        fronts.addAll(distributions(fronts));
        return fronts;
    }

    private List<Resource> loadBalancers(Compute compute) {
        Set<Reference> targetGroups = targetGroups(compute);
        List<Resource> forwarding = setUp.resources(LISTENER, LISTENER_RULE)
                .filter(listener -> listener.properties().references().stream().anyMatch(targetGroups::contains))
                .toList();
        Stream<Resource> modern = forwarding.stream()
                .flatMap(listener -> listener.is(LISTENER)
                        ? Stream.of(listener)
                        : setUp.referredTo(listener.at("ListenerArn"), LISTENER))
                .flatMap(listener -> setUp.referredTo(listener.at("LoadBalancerArn"), LOAD_BALANCER));
        Stream<Resource> classic = Stream.concat(
                setUp.referredTo(compute.resource().at("LoadBalancerNames"), CLASSIC),
                setUp.resources(CLASSIC).filter(balancer -> balancer.at("Instances")
                        .references()
                        .contains(compute.resource().name())));
        return Stream.concat(modern, classic).distinct().toList();
    }

    /** Pods are bound to theirs by a manifest, so a stack that tells of its unit is taken to use those it makes. */
    private Set<Reference> targetGroups(Compute compute) {
        Set<Reference> groups = setUp.referredTo(compute.resource().properties(), TARGET_GROUP)
                .map(Resource::name)
                .collect(Collectors.toCollection(HashSet::new));
        setUp.resources(TARGET_GROUP)
                .filter(group -> leadsTo(group.at("Targets"), compute.resource().name()))
                .forEach(group -> groups.add(group.name()));
        if (compute instanceof Fleet && setUp.unit().isPresent()) {
            setUp.own().resources().stream()
                    .filter(resource -> resource.is(TARGET_GROUP))
                    .forEach(group -> groups.add(group.name()));
        }
        return groups;
    }

    private List<Resource> apis(Reference function) {
        Stream<Resource> http = setUp.resources("AWS::ApiGatewayV2::Integration")
                .filter(integration -> leadsTo(integration.at("IntegrationUri"), function))
                .flatMap(integration -> setUp.referredTo(integration.at("ApiId"), "AWS::ApiGatewayV2::Api"));
        Stream<Resource> quick =
                setUp.resources("AWS::ApiGatewayV2::Api").filter(api -> leadsTo(api.at("Target"), function));
        Stream<Resource> rest = setUp.resources("AWS::ApiGateway::Method")
                .filter(method -> leadsTo(method.at("Integration", "Uri"), function))
                .flatMap(method -> setUp.referredTo(method.at("RestApiId"), "AWS::ApiGateway::RestApi"));
        Stream<Resource> urls =
                setUp.resources("AWS::Lambda::Url").filter(url -> leadsTo(url.at("TargetFunctionArn"), function));
        return Stream.of(http, quick, rest, urls)
                .flatMap(found -> found)
                .distinct()
                .toList();
    }

    private boolean leadsTo(Value value, Reference function) {
        return value.references().contains(function)
                || Functions.behind(setUp, value).contains(function);
    }

    private List<Resource> distributions(Set<Resource> origins) {
        Set<Reference> names = origins.stream().map(Resource::name).collect(Collectors.toSet());
        setUp.resources("AWS::CloudFront::VpcOrigin")
                .filter(way -> way.properties().references().stream().anyMatch(names::contains))
                .toList()
                .forEach(way -> names.add(way.name()));
        return setUp.resources("AWS::CloudFront::Distribution")
                .filter(distribution ->
                        distribution.properties().references().stream().anyMatch(names::contains))
                .toList();
    }
}
