package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.template.Resource;
import java.math.BigDecimal;
import java.util.Map;

/** What ECS Express Mode makes beside its tasks, and no template shows: a load balancer, one for up to 25 services of a VPC. */
final class ExpressMeter {
    /** An application load balancer has two at least. */
    private static final int ZONES = 2;

    private ExpressMeter() {}

    static void balancer(Resource service, Tally tally) {
        if (tally.isFirst("load balancer of Express Mode")) {
            tally.line(service, "load balancer hours", Group.ALWAYS_ON, tally.hours(), "elb:alb:hour");
            tally.line(
                    service,
                    "public IPv4 of its load balancer",
                    Group.OFTEN_FORGOTTEN,
                    Quantity.of(ZONES, "zones").times(tally.usage().hours(), "h"),
                    "vpc:public-ipv4:in-use");
        }
        if (tally.usage().path().isServedBy(service.name())) {
            units(service, tally);
            Traffic.out(tally, service);
        }
    }

    private static void units(Resource service, Tally tally) {
        LoadBalancerUnits units = LoadBalancerUnits.application(service, tally);
        BigDecimal unitHours = BigDecimal.ZERO;
        for (Map.Entry<BigDecimal, BigDecimal> hours :
                tally.usage().hoursByRateAt(service).entrySet()) {
            unitHours = unitHours.add(units.at(hours.getKey()).multiply(hours.getValue()));
        }
        tally.line(
                service,
                "capacity units",
                Group.PER_REQUEST,
                Quantity.of(unitHours, "unit-hours, by " + units.largest()),
                "elb:alb:lcu");
    }
}
