package atlas.compare.capacity;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.util.ArrayList;
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
    private static final String REST_API = "AWS::ApiGateway::RestApi";
    private static final String API = "AWS::ApiGatewayV2::Api";

    private final SetUp setUp;

    Fronts(SetUp setUp) {
        this.setUp = setUp;
    }

    Set<Resource> before(Compute compute) {
        List<Resource> bringers = bringers(compute);
        Set<Reference> entries = bringers.stream().map(Resource::name).collect(Collectors.toCollection(HashSet::new));
        bringers.forEach(
                bringer -> entries.addAll(bringer.at("ServiceRegistries").references()));
        List<Resource> listeners = listeners(targetGroups(compute, bringers));
        listeners.forEach(listener -> entries.add(listener.name()));
        Set<Resource> fronts = new LinkedHashSet<>(loadBalancers(bringers, listeners));
        fronts.forEach(balancer -> entries.add(balancer.name()));
        fronts.addAll(apis(entries));
        fronts.addAll(distributions(compute, fronts));
        return fronts;
    }

    /** Instances are reached by the services of ECS or the functions that are on them. */
    private List<Resource> bringers(Compute compute) {
        List<Resource> bringers = new ArrayList<>(List.of(compute.resource()));
        if (compute.resource().is(Instances.GROUP)) {
            bringers.addAll(EcsInstances.servicesOn(setUp, compute.resource()));
        }
        if (compute.resource().is(LambdaManagedInstances.PROVIDER)) {
            bringers.addAll(LambdaManagedInstances.functionsOn(setUp, compute.resource()));
        }
        return bringers;
    }

    /** Pods are bound to theirs by a manifest, so a stack that tells of its unit is taken to use those it makes. */
    private Set<Reference> targetGroups(Compute compute, List<Resource> bringers) {
        Set<Reference> groups = new HashSet<>();
        for (Resource bringer : bringers) {
            setUp.referredTo(bringer.properties(), TARGET_GROUP).forEach(group -> groups.add(group.name()));
            setUp.resources(TARGET_GROUP)
                    .filter(group -> leadsTo(group.at("Targets"), Set.of(bringer.name())))
                    .forEach(group -> groups.add(group.name()));
        }
        if (compute instanceof Fleet && setUp.unit().isPresent()) {
            setUp.own().resources().stream()
                    .filter(resource -> resource.is(TARGET_GROUP))
                    .forEach(group -> groups.add(group.name()));
        }
        return groups;
    }

    /** With those whose rules forward there. */
    private List<Resource> listeners(Set<Reference> targetGroups) {
        return setUp.resources(LISTENER, LISTENER_RULE)
                .filter(listener -> listener.properties().references().stream().anyMatch(targetGroups::contains))
                .flatMap(listener -> listener.is(LISTENER)
                        ? Stream.of(listener)
                        : setUp.referredTo(listener.at("ListenerArn"), LISTENER))
                .distinct()
                .toList();
    }

    private List<Resource> loadBalancers(List<Resource> bringers, List<Resource> listeners) {
        Stream<Resource> modern =
                listeners.stream().flatMap(listener -> setUp.referredTo(listener.at("LoadBalancerArn"), LOAD_BALANCER));
        Stream<Resource> classic = bringers.stream().flatMap(bringer -> Stream.of(
                        setUp.referredTo(bringer.at("LoadBalancerNames"), CLASSIC),
                        setUp.referredTo(bringer.at("LoadBalancers"), CLASSIC),
                        setUp.resources(CLASSIC)
                                .filter(balancer ->
                                        balancer.at("Instances").references().contains(bringer.name())))
                .flatMap(found -> found));
        return Stream.concat(modern, classic).distinct().toList();
    }

    private List<Resource> apis(Set<Reference> entries) {
        Stream<Resource> http = setUp.resources("AWS::ApiGatewayV2::Integration")
                .filter(integration -> leadsTo(integration.at("IntegrationUri"), entries))
                .flatMap(integration -> setUp.referredTo(integration.at("ApiId"), API));
        Stream<Resource> quick = setUp.resources(API).filter(api -> leadsTo(api.at("Target"), entries));
        Stream<Resource> rest = setUp.resources("AWS::ApiGateway::Method")
                .filter(method -> leadsTo(method.at("Integration", "Uri"), entries))
                .flatMap(method -> setUp.referredTo(method.at("RestApiId"), REST_API));
        Stream<Resource> described = setUp.resources(REST_API, API).filter(api -> leadsTo(api.at("Body"), entries));
        Stream<Resource> urls =
                setUp.resources("AWS::Lambda::Url").filter(url -> leadsTo(url.at("TargetFunctionArn"), entries));
        return Stream.of(http, quick, rest, described, urls)
                .flatMap(found -> found)
                .distinct()
                .toList();
    }

    /** Also by way of an alias or a version. */
    private boolean leadsTo(Value value, Set<Reference> entries) {
        return value.references().stream().anyMatch(entries::contains)
                || Functions.behind(setUp, value).stream().anyMatch(entries::contains);
    }

    private List<Resource> distributions(Compute compute, Set<Resource> origins) {
        Set<Reference> names = origins.stream().map(Resource::name).collect(Collectors.toSet());
        names.add(compute.resource().name());
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
