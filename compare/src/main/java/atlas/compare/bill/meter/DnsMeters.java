package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.Computes;
import atlas.compare.template.Resource;

/** Route 53 and Cloud Map. */
final class DnsMeters {
    private static final String ZONE = "route53:zone";

    private DnsMeters() {}

    static void zone(Resource zone, Tally tally) {
        tally.line(zone, "hosted zone", Group.ALWAYS_ON, Quantity.of(1, "zone"), ZONE);
        tally.needsUsage(zone, "queries");
    }

    /** Of an address in AWS when the template makes what it asks. What HTTPS costs on top is not in the price book. */
    static void healthCheck(Resource check, Tally tally) {
        boolean inAws = !check.at("HealthCheckConfig").references().isEmpty();
        tally.line(
                check,
                "health check",
                Group.ALWAYS_ON,
                Quantity.of(1, "check"),
                inAws ? "route53:healthcheck:aws" : "route53:healthcheck:non-aws");
        if (check.at("HealthCheckConfig", "Type").text().orElse("").startsWith("HTTPS")) {
            tally.notPriced(check, "what HTTPS costs on top of a health check");
        }
    }

    /** Each address of it is one. */
    static void resolverEndpoint(Resource endpoint, Tally tally) {
        int addresses = Math.max(2, endpoint.at("IpAddresses").list().size());
        tally.line(
                endpoint,
                "resolver addresses",
                Group.ALWAYS_ON,
                Quantity.of(addresses, "addresses").times(tally.usage().hours(), "h"),
                "route53:resolver-endpoint");
        tally.needsUsage(endpoint, "queries");
    }

    /** A namespace for DNS is a hosted zone, too. */
    static void namespace(Resource namespace, Tally tally) {
        tally.line(namespace, "hosted zone of the namespace", Group.ALWAYS_ON, Quantity.of(1, "zone"), ZONE);
    }

    /** Each task of the services that register here is an entry. */
    static void registry(Resource registry, Tally tally) {
        int entries = Computes.tasksRegisteredIn(tally.setUp(), registry);
        if (entries > 0) {
            tally.line(
                    registry,
                    "Cloud Map entries",
                    Group.ALWAYS_ON,
                    Quantity.count(entries, "entry", "entries"),
                    "cloudmap:resource");
        } else {
            tally.needsUsage(registry, "entries registered");
        }
    }
}
