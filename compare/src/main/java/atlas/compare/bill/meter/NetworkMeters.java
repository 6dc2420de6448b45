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
        tally.needsUsage(gateway, "gigabytes besides log lines");
    }

    /** In use or idle, an address costs the same. */
    static void address(Resource address, Tally tally) {
        tally.line(address, "public IPv4", Group.OFTEN_FORGOTTEN, tally.hours(), "vpc:public-ipv4:in-use");
    }

    static void endpoint(Resource endpoint, Tally tally) {
        if (endpoint.at("VpcEndpointType").is("Interface")) {
            int zones = Math.max(1, endpoint.at("SubnetIds").items().size());
            tally.line(
                    endpoint,
                    "endpoint hours",
                    Group.ALWAYS_ON,
                    Quantity.of(zones, "zones").times(tally.usage().hours(), "h"),
                    "vpc:interface-endpoint:hour");
            tally.needsUsage(endpoint, "gigabytes");
        } else if (endpoint.at("VpcEndpointType").is("GatewayLoadBalancer")) {
            tally.line(endpoint, "endpoint hours", Group.ALWAYS_ON, tally.hours(), "vpc:gwlb-endpoint:hour");
            tally.needsUsage(endpoint, "gigabytes");
        }
    }
}
