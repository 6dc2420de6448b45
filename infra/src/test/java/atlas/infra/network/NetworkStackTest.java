package atlas.infra.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NetworkStackTest {
    private static StackTemplate sandbox;
    private static StackTemplate production;

    @BeforeAll
    static void synthesize() {
        sandbox = Assembly.with().stack("Network");
        production = Assembly.with("profile=production").stack("Network");
    }

    /** A zone's name is another zone in each account, its id is not. */
    @Test
    void keepsOutOfZonesThatCloudFrontDoesNotReach() {
        for (String kind : List.of("Private", "Public")) {
            assertEquals(
                    List.of("use1-az1", "use1-az2"),
                    subnets(sandbox, kind)
                            .map(subnet -> subnet.text("/AvailabilityZoneId"))
                            .toList());
            assertEquals(List.of("", ""), zonesOf(sandbox, kind));
        }
    }

    @Test
    void spansTwoZonesThatCloudFormationFindsElsewhere() {
        StackTemplate elsewhere = Assembly.with("region=eu-west-1").stack("Network");

        assertEquals(List.of("Select(0, GetAZs())", "Select(1, GetAZs())"), zonesOf(elsewhere, "Private"));
        assertEquals(List.of("Select(0, GetAZs())", "Select(1, GetAZs())"), zonesOf(elsewhere, "Public"));
    }

    @Test
    void spansTheZonesNamed() {
        StackTemplate named = Assembly.with("zoneNames=us-east-1b,us-east-1d").stack("Network");

        assertEquals(List.of("us-east-1b", "us-east-1d"), zonesOf(named, "Private"));
        assertEquals(List.of("us-east-1b", "us-east-1d"), zonesOf(named, "Public"));
    }

    @Test
    void oneNatGatewayInTheSandbox() {
        sandbox.assertions().resourceCountIs("AWS::EC2::NatGateway", 1);
        assertEquals(
                List.of("${VpcPublicSubnet1NATGateway}", "${VpcPublicSubnet1NATGateway}"), wayOutOfPrivate(sandbox));
    }

    /** With a gateway in one zone only, the other zone's servers are cut off when that zone fails. */
    @Test
    void oneNatGatewayAZoneInProduction() {
        production.assertions().resourceCountIs("AWS::EC2::NatGateway", 2);
        assertEquals(
                List.of("${VpcPublicSubnet1NATGateway}", "${VpcPublicSubnet2NATGateway}"), wayOutOfPrivate(production));
    }

    @Test
    void givesNobodyAPublicAddressUnasked() {
        sandbox.all("AWS::EC2::Subnet").forEach(subnet -> assertEquals("false", subnet.text("/MapPublicIpOnLaunch")));
    }

    @Test
    void reachesBucketAndTableWithoutTheNatGateway() {
        List<Resource> endpoints = sandbox.all("AWS::EC2::VPCEndpoint");

        assertEquals(
                List.of("com.amazonaws.${AWS::Region}.s3", "com.amazonaws.${AWS::Region}.dynamodb"),
                endpoints.stream()
                        .map(endpoint -> endpoint.text("/ServiceName"))
                        .toList());
        for (Resource endpoint : endpoints) {
            assertEquals("Gateway", endpoint.text("/VpcEndpointType"));
            assertEquals(
                    "${VpcPrivateSubnet1RouteTable}, ${VpcPrivateSubnet2RouteTable},"
                            + " ${VpcPublicSubnet1RouteTable}, ${VpcPublicSubnet2RouteTable}",
                    endpoint.text("/RouteTableIds"));
        }
    }

    @Test
    void recordsRefusedTrafficInTheSandboxAndAllOfItInProduction() {
        assertEquals("REJECT", sandbox.only("AWS::EC2::FlowLog").text("/TrafficType"));
        assertEquals("ALL", production.only("AWS::EC2::FlowLog").text("/TrafficType"));
        assertEquals("${FlowLogs}", sandbox.only("AWS::EC2::FlowLog").text("/LogGroupName"));
    }

    @Test
    void exportsAFixedSet() {
        assertEquals(List.of("${Vpc}", "${VpcPrivateSubnet1Subnet}", "${VpcPrivateSubnet2Subnet}"), sandbox.exports());
    }

    private static Stream<Resource> subnets(StackTemplate network, String kind) {
        return network.all("AWS::EC2::Subnet").stream()
                .filter(subnet ->
                        subnet.attribute("/Tags", "aws-cdk:subnet-name").equals(kind));
    }

    private static List<String> zonesOf(StackTemplate network, String kind) {
        return subnets(network, kind)
                .map(subnet -> subnet.text("/AvailabilityZone"))
                .toList();
    }

    private static List<String> wayOutOfPrivate(StackTemplate network) {
        return network.all("AWS::EC2::Route").stream()
                .filter(route -> route.has("/NatGatewayId"))
                .map(route -> route.text("/NatGatewayId"))
                .toList();
    }
}
