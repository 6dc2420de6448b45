package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.LoadBalancers;
import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.math.MathContext;

/** Load balancers of every kind: hours, the capacity units that requests use up, and addresses where they are public. */
final class LoadBalancerMeter implements Meter {
    @Override
    public void read(Resource balancer, Tally tally) {
        String kind = kind(balancer);
        tally.line(balancer, "load balancer hours", Group.ALWAYS_ON, tally.hours(), "elb:%s:hour".formatted(kind));
        boolean isPublic = !kind.equals("gwlb")
                && !balancer.at("Scheme").textOr("internet-facing").equals("internal");
        int zones = zones(balancer, kind);
        if (isPublic) {
            addresses(balancer, zones, tally);
        }
        if (!tally.usage().path().passes(balancer)) {
            tally.needsUsage(balancer, "requests");
            return;
        }
        switch (kind) {
            case "alb" -> units(balancer, tally, LoadBalancerUnits.application(balancer, tally), "elb:alb:lcu");
            case "nlb" -> {
                units(balancer, tally, LoadBalancerUnits.network(balancer, tally), "elb:nlb:nlcu");
                acrossZones(balancer, zones, tally);
            }
            case "clb" ->
                tally.line(balancer, "data", Group.PER_REQUEST, Traffic.answers(tally, balancer), "elb:clb:gb");
            default -> tally.needsUsage(balancer, "data");
        }
        if (isPublic) {
            Traffic.out(tally, balancer);
        }
    }

    private static String kind(Resource balancer) {
        if (balancer.is("AWS::ElasticLoadBalancing::LoadBalancer")) {
            return "clb";
        }
        return switch (balancer.at("Type").textOr("application")) {
            case "network" -> "nlb";
            case "gateway" -> "gwlb";
            default -> "alb";
        };
    }

    /** An application load balancer has two at least, where the template does not count them. */
    private static int zones(Resource balancer, String kind) {
        int zones = Math.max(
                balancer.at("Subnets").items().size(),
                Math.max(
                        balancer.at("SubnetMappings").items().size(),
                        balancer.at("AvailabilityZones").items().size()));
        return Math.max(zones, kind.equals("alb") ? 2 : 1);
    }

    /** Elastic ones are resources of their own. */
    private static void addresses(Resource balancer, int zones, Tally tally) {
        long elastic = balancer.at("SubnetMappings").items().stream()
                .filter(mapping -> mapping.at("AllocationId").isPresent())
                .count();
        tally.line(
                balancer,
                "public IPv4",
                Group.OFTEN_FORGOTTEN,
                Quantity.count(zones - elastic, "zone", "zones")
                        .times(tally.usage().hours(), "h"),
                "vpc:public-ipv4:in-use");
        Value subnets = balancer.at("Subnets");
        if (subnets.isPresent() && subnets.items().isEmpty()) {
            tally.notPriced(
                    balancer,
                    "public IPv4 in more than %d %s: its subnets are not in the template"
                            .formatted(zones, zones == 1 ? "zone" : "zones"));
        }
    }

    private static void units(Resource balancer, Tally tally, LoadBalancerUnits units, String priceKey) {
        BigDecimal unitHours = BigDecimal.ZERO;
        for (var entry : tally.usage().hoursByRateAt(balancer).entrySet()) {
            unitHours = unitHours.add(units.at(entry.getKey()).multiply(entry.getValue()));
        }
        tally.line(
                balancer,
                "capacity units",
                Group.PER_REQUEST,
                Quantity.of(unitHours, "unit-hours, by " + units.largest()),
                priceKey);
    }

    /** Where it is told to send requests to all zones, answers cross them as often; others of its kind keep to their own. */
    private static void acrossZones(Resource balancer, int zones, Tally tally) {
        boolean isTold = LoadBalancers.attribute(balancer, "load_balancing.cross_zone.enabled")
                .filter(Value::isTrue)
                .isPresent();
        if (isTold && zones > 1) {
            BigDecimal elsewhere =
                    BigDecimal.valueOf(zones - 1L).divide(BigDecimal.valueOf(zones), MathContext.DECIMAL64);
            tally.line(
                    balancer,
                    "data between zones",
                    Group.OFTEN_FORGOTTEN,
                    Traffic.answers(tally, balancer)
                            .times(elsewhere, "from elsewhere")
                            .times(2, "directions"),
                    "dto:cross-az");
        }
    }
}
