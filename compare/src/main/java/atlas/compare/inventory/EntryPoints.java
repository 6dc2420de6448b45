package atlas.compare.inventory;

import atlas.compare.capacity.Launch;
import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what the internet reaches: load balancers, APIs, function URLs, distributions, machines with an address. */
final class EntryPoints {
    private static final String LISTENER = "AWS::ElasticLoadBalancingV2::Listener";

    private final SetUp setUp;
    private final List<EntryPoint> found = new ArrayList<>();

    private EntryPoints(SetUp setUp) {
        this.setUp = setUp;
    }

    static List<EntryPoint> in(SetUp setUp) {
        EntryPoints entryPoints = new EntryPoints(setUp);
        setUp.resources().forEach(entryPoints::look);
        entryPoints.found.addAll(OpenPolicies.in(setUp));
        return entryPoints.found;
    }

    private void look(Resource resource) {
        switch (resource.type()) {
            case "AWS::ElasticLoadBalancingV2::LoadBalancer" -> balancer(resource, listeners(resource));
            case "AWS::ElasticLoadBalancing::LoadBalancer" -> balancer(resource, classicListeners(resource));
            case "AWS::ApiGatewayV2::Api", "AWS::ApiGateway::RestApi", "AWS::AppSync::GraphQLApi" -> api(resource);
            case "AWS::Lambda::Url" -> add(resource, "function URL", "auth " + resource.at("AuthType"));
            case "AWS::CloudFront::Distribution" -> distribution(resource);
            case "AWS::EC2::Instance", "AWS::AutoScaling::AutoScalingGroup", "AWS::EKS::Nodegroup" ->
                addIf(new Launch(setUp, resource).hasPublicAddress(), resource, "public address", "of each instance");
            case "AWS::EC2::EIP", "AWS::EC2::EIPAssociation" ->
                addIf(resource.at("InstanceId").isPresent(), resource, "public address", "of an instance");
            case "AWS::ECS::Service" ->
                addIf(
                        resource.at("NetworkConfiguration", "AwsvpcConfiguration", "AssignPublicIp")
                                .is("ENABLED"),
                        resource,
                        "public address",
                        "of each task");
            case "AWS::ECS::ExpressGatewayService" -> add(resource, "load balancer", "unless its subnets are private");
            case "AWS::EKS::Cluster" -> cluster(resource.at("ResourcesVpcConfig"), resource);
            case "AWS::AppRunner::Service" ->
                addIf(
                        !resource.at("NetworkConfiguration", "IngressConfiguration", "IsPubliclyAccessible")
                                .is("false"),
                        resource,
                        "service URL",
                        "HTTPS");
            case "AWS::Lightsail::Instance" -> add(resource, "public address", "");
            case "AWS::Lightsail::Container" ->
                addIf(
                        resource.at("ContainerServiceDeployment", "PublicEndpoint")
                                .isPresent(),
                        resource,
                        "service URL",
                        "HTTPS");
            case "AWS::ElasticBeanstalk::Environment" -> addIf(!isInternal(resource), resource, "environment URL", "");
            case "AWS::GlobalAccelerator::Accelerator" -> add(resource, "public address", "anycast");
            case "AWS::S3::Bucket" ->
                addIf(
                        resource.at("AccessControl").toString().startsWith("PublicRead"),
                        resource,
                        "bucket",
                        resource.at("AccessControl").toString());
            default ->
                addIf(resource.at("PubliclyAccessible").isTrue(), resource, "public address", "publicly accessible");
        }
    }

    private void balancer(Resource balancer, Stream<String> listeners) {
        String ports = listeners.sorted().collect(Collectors.joining(", "));
        Value scheme = balancer.at("Scheme");
        String maybe = scheme.isPresent() && scheme.text().isEmpty() ? ", unless the deployment makes it internal" : "";
        addIf(!scheme.is("internal"), balancer, "load balancer", (ports.isEmpty() ? "no listener" : ports) + maybe);
    }

    private Stream<String> listeners(Resource balancer) {
        return setUp.resources(LISTENER)
                .filter(listener -> listener.at("LoadBalancerArn").references().contains(balancer.name()))
                .map(listener -> "%s %s".formatted(listener.at("Protocol"), listener.at("Port")));
    }

    private static Stream<String> classicListeners(Resource balancer) {
        return balancer.at("Listeners").items().stream()
                .map(listener -> "%s %s".formatted(listener.at("Protocol"), listener.at("LoadBalancerPort")));
    }

    private void api(Resource api) {
        boolean isRest = api.is("AWS::ApiGateway::RestApi");
        boolean isPrivate = api.at("Visibility").is("PRIVATE")
                || api.at("EndpointConfiguration", "Types").items().stream().anyMatch(type -> type.is("PRIVATE"));
        String kind = isRest
                ? "REST API"
                : api.at("ProtocolType")
                        .text()
                        .map(protocol -> protocol + " API")
                        .orElse("GraphQL API");
        addIf(
                !isPrivate,
                api,
                kind,
                isRest ? callers(api, "AWS::ApiGateway::Method") : callers(api, "AWS::ApiGatewayV2::Route"));
    }

    /** How many of its routes ask who calls. */
    private String callers(Resource api, String routeType) {
        List<Resource> routes = setUp.resources(routeType)
                .filter(route -> Stream.of("ApiId", "RestApiId")
                        .anyMatch(property -> route.at(property).references().contains(api.name())))
                .toList();
        long asking = routes.stream()
                .filter(route ->
                        !route.at("AuthorizationType").text().orElse("NONE").equals("NONE"))
                .count();
        String own = api.at("DisableExecuteApiEndpoint").isTrue() ? ", by its own domain only" : "";
        return routes.isEmpty()
                ? "no route" + own
                : "%d of %d routes ask who calls%s".formatted(asking, routes.size(), own);
    }

    private void distribution(Resource distribution) {
        Value config = distribution.at("DistributionConfig");
        String firewall = config.at("WebACLId").isPresent() ? "with a WAF" : "no WAF";
        String protocol =
                config.at("DefaultCacheBehavior", "ViewerProtocolPolicy").toString();
        add(distribution, "distribution", protocol + ", " + firewall);
    }

    private void cluster(Value network, Resource cluster) {
        List<String> ranges = network.at("PublicAccessCidrs").items().stream()
                .map(Value::toString)
                .toList();
        addIf(
                !network.at("EndpointPublicAccess").is("false"),
                cluster,
                "Kubernetes API",
                "from " + (ranges.isEmpty() ? "0.0.0.0/0" : String.join(", ", ranges)));
    }

    private static boolean isInternal(Resource environment) {
        return environment.at("OptionSettings").items().stream()
                .anyMatch(setting -> setting.at("OptionName").is("ELBScheme")
                        && setting.at("Value").is("internal"));
    }

    private void addIf(boolean open, Resource resource, String kind, String detail) {
        if (open) {
            add(resource, kind, detail);
        }
    }

    private void add(Resource resource, String kind, String detail) {
        Reference name = resource.name();
        found.add(new EntryPoint(name, resource.type(), kind, detail));
    }
}
