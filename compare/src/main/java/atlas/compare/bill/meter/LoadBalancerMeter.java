package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.template.Resource;
import java.math.BigDecimal;

/** Load balancers of every kind: hours, the capacity units that requests use up, and addresses where they are public. */
final class LoadBalancerMeter implements Meter {
    /** In as many zones as a load balancer must have, where the template does not count its subnets. */
    private static final int FEWEST_ZONES = 2;

    @Override
    public void read(Resource balancer, Tally tally) {
        String type = balancer.at("Type").text().orElse("application");
        boolean isClassic = balancer.is("AWS::ElasticLoadBalancing::LoadBalancer");
        String kind = isClassic ? "clb" : type.equals("network") ? "nlb" : type.equals("gateway") ? "gwlb" : "alb";
        tally.line(balancer, "load balancer hours", Group.ALWAYS_ON, tally.hours(), "elb:%s:hour".formatted(kind));
        if (isPublic(balancer)) {
            addresses(balancer, tally);
        }
        if (!tally.usage().path().passes(balancer)) {
            tally.needsUsage(balancer, "requests");
            return;
        }
        switch (kind) {
            case "alb" -> units(balancer, tally, LoadBalancerUnits.application(balancer, tally), "elb:alb:lcu");
            case "nlb" -> units(balancer, tally, LoadBalancerUnits.network(tally), "elb:nlb:nlcu");
            case "clb" -> tally.line(balancer, "data", Group.PER_REQUEST, Traffic.answers(tally), "elb:clb:gb");
            default -> tally.needsUsage(balancer, "data");
        }
        if (isPublic(balancer)) {
            Traffic.out(tally, balancer);
        }
    }

    private static boolean isPublic(Resource balancer) {
        return !balancer.at("Scheme").is("internal");
    }

    private static void addresses(Resource balancer, Tally tally) {
        int zones = Math.max(
                balancer.at("Subnets").items().size(),
                balancer.at("SubnetMappings").items().size());
        tally.line(
                balancer,
                "public IPv4",
                Group.OFTEN_FORGOTTEN,
                Quantity.of(zones == 0 ? FEWEST_ZONES : zones, "zones")
                        .times(tally.usage().hours(), "h"),
                "vpc:public-ipv4:in-use");
    }

    private static void units(Resource balancer, Tally tally, LoadBalancerUnits units, String priceKey) {
        BigDecimal unitHours = BigDecimal.ZERO;
        for (var entry : tally.usage().hoursByRate().entrySet()) {
            unitHours = unitHours.add(units.at(entry.getKey()).multiply(entry.getValue()));
        }
        tally.line(
                balancer,
                "capacity units",
                Group.PER_REQUEST,
                Quantity.of(unitHours, "unit-hours, by " + units.largest()),
                priceKey);
    }
}
