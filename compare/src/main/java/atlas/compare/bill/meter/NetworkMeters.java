package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.template.Resource;

/** What a VPC costs besides nothing. */
final class NetworkMeters {
    private NetworkMeters() {}

    static void nat(Resource gateway, Tally tally) {
        tally.line(gateway, "NAT gateway hours", Group.OFTEN_FORGOTTEN, tally.hours(), "vpc:nat-gateway:hour");
        if (gateway.at("AvailabilityMode").textOr("zonal").equals("regional")) {
            tally.notPriced(gateway, "what a regional gateway costs in further zones, and its addresses");
        }
        tally.needsUsage(gateway, "gigabytes besides log lines");
    }

    /** In use or idle, an address costs the same. */
    static void address(Resource address, Tally tally) {
        tally.line(address, "public IPv4", Group.OFTEN_FORGOTTEN, tally.hours(), "vpc:public-ipv4:in-use");
    }

    /** A gateway to S3 or DynamoDB is free; others are paid in each zone. */
    static void endpoint(Resource endpoint, Tally tally) {
        switch (endpoint.at("VpcEndpointType").textOr("Gateway")) {
            case "Interface" -> {
                int zones = endpoint.at("SubnetIds").items().size();
                if (zones == 0 && endpoint.at("SubnetIds").isPresent()) {
                    tally.notPriced(endpoint, "what more than 1 zone costs: its subnets are not in the template");
                }
                Quantity hours = Quantity.count(Math.max(1, zones), "zone", "zones")
                        .times(tally.usage().hours(), "h");
                tally.line(endpoint, "endpoint hours", Group.ALWAYS_ON, hours, "vpc:interface-endpoint:hour");
                tally.needsUsage(endpoint, "gigabytes");
            }
            case "GatewayLoadBalancer" -> {
                tally.line(endpoint, "endpoint hours", Group.ALWAYS_ON, tally.hours(), "vpc:gwlb-endpoint:hour");
                tally.needsUsage(endpoint, "gigabytes");
            }
            case "Gateway" -> {}
            default -> tally.notPriced(endpoint, "endpoints of its kind: no price");
        }
    }
}
