package atlas.compare.bill;

import static atlas.compare.bill.Billed.asked;
import static atlas.compare.bill.Billed.assertUsd;
import static atlas.compare.bill.Billed.formula;
import static atlas.compare.bill.Billed.idle;
import static atlas.compare.bill.Billed.items;
import static atlas.compare.bill.Billed.notPriced;
import static atlas.compare.bill.Billed.under;
import static atlas.compare.bill.Billed.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Load balancers: hours, the largest of their measures, addresses. Prices of us-east-1, written out: 0.0225 an hour, 0.008 a unit. */
class LoadBalancerBillsTest {
    private static final double MONTH = 730 * 3600;

    private static final String SERVER = """
              Private: {Type: AWS::EC2::Subnet}
              Server: {Type: AWS::EC2::Instance, Properties: {InstanceType: i4i.metal, SubnetId: !Ref Private}}
              Targets: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {Targets: [{Id: !Ref Server}]}}
              Listener:
                Type: AWS::ElasticLoadBalancingV2::Listener
                Properties: {LoadBalancerArn: !Ref Balancer, Protocol: TCP, DefaultActions: [{TargetGroupArn: !Ref Targets}]}
            """;

    private static final String FUNCTION = "  Answer: {Type: AWS::Lambda::Function, Properties: {MemorySize: 1769}}\n";

    private static String balancer(String properties) {
        return SERVER
                + "  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {%s}}\n"
                        .formatted(properties);
    }

    private static String rules(int count) {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rules.append(
                    "  Rule%d: {Type: AWS::ElasticLoadBalancingV2::ListenerRule, Properties: {ListenerArn: !Ref Listener}}\n"
                            .formatted(i));
        }
        return rules.toString();
    }

    /**
     * The largest of four measures. The third row has the figures of AWS's own example (aws.amazon.com/elasticloadbalancing
     * /pricing, recalled): 300 KB a second make 1.08 GB an hour, 60 rules looked at 5 times a second make 0.25 units.
     */
    @ParameterizedTest
    @CsvSource({
        "5, 1000, 0, 0.2, new connections",
        "5, 60000, 60, 1.08, bytes",
        "5, 60000, 0, 1.08, bytes",
        "40, 100, 300, 11.6, rules",
    })
    void takesTheLargestMeasureOfALoadBalancer(double rate, int bytes, int rules, double units, String measure) {
        Bill bill = under(balancer("Scheme: internal, Subnets: [a, b]") + rules(rules), asked(rate * MONTH, 1, bytes));

        assertUsd(730 * units * 0.008, usd(bill, "capacity units"));
        assertTrue(formula(bill, "capacity units").contains("by " + measure), formula(bill, "capacity units"));
    }

    /** One a second that lasts two minutes makes 120 at once, of 3,000 in a unit: as much as 25 a second do. */
    @Test
    void countsConnectionsThatStayOpen() {
        Bill bill = under(balancer("Scheme: internal"), asked(MONTH, 150_000, 0));

        assertUsd(730 * (150.0 / 3000) * 0.008, usd(bill, "capacity units"));
        assertTrue(formula(bill, "capacity units").contains("by active connections"));
    }

    /** 0.4 GB an hour where a function is the target. */
    @Test
    void takesMoreUnitsForFunctions() {
        Bill bill = under(FUNCTION + """
                  Targets:
                    Type: AWS::ElasticLoadBalancingV2::TargetGroup
                    Properties: {TargetType: lambda, Targets: [{Id: !GetAtt Answer.Arn}]}
                  Listener:
                    Type: AWS::ElasticLoadBalancingV2::Listener
                    Properties: {LoadBalancerArn: !Ref Balancer, DefaultActions: [{TargetGroupArn: !Ref Targets}]}
                  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Scheme: internal}}
                """, asked(5 * MONTH, 1, 60_000));

        assertUsd(730 * (1.08 / 0.4) * 0.008, usd(bill, "capacity units"));
    }

    @ParameterizedTest
    @CsvSource({
        "Subnets: [a], 1, 100, TCP, 0.125",
        "Subnets: [a], 1, 100, TLS, 2",
    })
    void takesUnitsOfANetworkLoadBalancer(String properties, int zones, double rate, String protocol, double units) {
        Bill bill = under(
                balancer("Type: network, Scheme: internal, " + properties)
                        .replace("Protocol: TCP", "Protocol: " + protocol),
                asked(rate * MONTH, 1, 100));

        assertUsd(730 * 0.0225, usd(bill, "load balancer hours"));
        assertUsd(730 * units * 0.006, usd(bill, "capacity units"));
    }

    /** Three zones, and every answer has two chances in three to come from another one, at 0.01 in each direction. */
    @Test
    void paysForAnswersThatCrossZones() {
        String network = balancer("""
                Type: network, Scheme: internal, Subnets: [a, b, c],
                LoadBalancerAttributes: [{Key: load_balancing.cross_zone.enabled, Value: 'true'}]
                """);
        Bill bill = under(network, asked(1_000_000, 1, 30_000));

        assertUsd(30 * (2 / 3.0) * 2 * 0.01, usd(bill, "data between zones"));
        assertFalse(items(under(network.replace("'true'", "'false'"), asked(1_000_000, 1, 30_000)))
                .contains("data between zones"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Subnets: [a, b, c] | 3 zones x 730 h x 0.005",
                "SubnetMappings: [{SubnetId: a}, {SubnetId: b}] | 2 zones x 730 h x 0.005",
                "Scheme: internet-facing | 2 zones x 730 h x 0.005",
                "Type: network, Subnets: [a] | 1 zone x 730 h x 0.005",
                "Type: network, SubnetMappings: [{SubnetId: a, AllocationId: !GetAtt Ip.AllocationId}, {SubnetId: b}]"
                        + " | 1 zone x 730 h x 0.005",
                "Scheme: internal, Subnets: [a, b] | ''",
                "Type: gateway, Subnets: [a, b] | ''",
            })
    void hasAnAddressInEachZoneWhereItIsPublic(String properties, String formula) {
        assertEquals(
                formula == null ? "" : formula.replace("''", ""), formula(idle(balancer(properties)), "public IPv4"));
    }

    @Test
    void isNotPricedBeyondTheFewestZonesWhereItsSubnetsAreLeftOpen() {
        Bill bill = idle(balancer("Subnets: !Ref Subnets"));

        assertEquals("public IPv4 in more than 2 zones: its subnets are not in the template", notPriced(bill));
        assertEquals("2 zones x 730 h x 0.005", formula(bill, "public IPv4"));
    }

    @Test
    void isNotPricedWhereItsSchemeIsLeftOpen() {
        assertEquals(
                "its Scheme is {\"Ref\":\"Scheme\"}, which only a deployment knows",
                notPriced(idle(balancer("Scheme: !Ref Scheme"))));
    }

    @Test
    void chargesAClassicLoadBalancerByTheGigabyte() {
        Bill bill = under("""
                  Private: {Type: AWS::EC2::Subnet}
                  Server: {Type: AWS::EC2::Instance, Properties: {InstanceType: m5.large, SubnetId: !Ref Private}}
                  Old:
                    Type: AWS::ElasticLoadBalancing::LoadBalancer
                    Properties: {Instances: [!Ref Server], AvailabilityZones: [a, b]}
                """, asked(1_000_000, 1, 30_000));

        assertUsd(730 * 0.025, usd(bill, "load balancer hours"));
        assertUsd(30 * 0.008, usd(bill, "data"));
        assertUsd(30 * 0.09, usd(bill, "data out"));
        assertUsd(2 * 730 * 0.005, usd(bill, "public IPv4"));
    }
}
