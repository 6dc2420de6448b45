package atlas.proof.rule;

import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An Application Load Balancer wants subnets in two zones. */
final class LoadBalancerZones implements Rule {
    private static final int FEWEST = 2;

    @Override
    public String id() {
        return "alb-in-two-zones";
    }

    @Override
    public String remedy() {
        return "give it subnets in two zones or more";
    }

    @Override
    public Stream<Breach> breaches(Deployment deployment) {
        return deployment
                .resources("AWS::ElasticLoadBalancingV2::LoadBalancer")
                .filter(balancer -> Known.text(balancer.at("Type"), "application")
                        .filter("application"::equals)
                        .isPresent())
                .flatMap(balancer -> breach(balancer, deployment).stream());
    }

    private static Optional<Breach> breach(Resource balancer, Deployment deployment) {
        List<Value> subnets = Stream.concat(
                        balancer.at("Subnets").items().stream(),
                        balancer.at("SubnetMappings").items().stream().map(mapping -> mapping.at("SubnetId")))
                .toList();
        if (subnets.size() == 1) {
            return Optional.of(Breach.of(balancer, "it has one subnet, and must have subnets in two zones"));
        }
        List<Resource> known = subnets.stream()
                .flatMap(subnet -> deployment.behind(subnet, "AWS::EC2::Subnet").stream())
                .toList();
        long zones = known.stream().map(LoadBalancerZones::zone).distinct().count();
        return known.size() >= FEWEST && known.size() == subnets.size() && zones < FEWEST
                ? Optional.of(
                        Breach.of(balancer, "its %d subnets are all in the zone %s", known.size(), zone(known.get(0))))
                : Optional.empty();
    }

    private static String zone(Resource subnet) {
        Value name = subnet.at("AvailabilityZone");
        return (name.isPresent() ? name : subnet.at("AvailabilityZoneId")).toString();
    }
}
