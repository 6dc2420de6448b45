package atlas.compare.bill;

import static atlas.compare.bill.Billed.asked;
import static atlas.compare.bill.Billed.assertUsd;
import static atlas.compare.bill.Billed.formula;
import static atlas.compare.bill.Billed.idle;
import static atlas.compare.bill.Billed.items;
import static atlas.compare.bill.Billed.notPriced;
import static atlas.compare.bill.Billed.terms;
import static atlas.compare.bill.Billed.under;
import static atlas.compare.bill.Billed.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands before what answers: load balancers, APIs, the CDN, the firewall. */
class FrontBillsTest {
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

    private static final String API =
            FUNCTION + "  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Target: !GetAtt Answer.Arn}}\n";

    private static final String REST_API = FUNCTION + """
              Rest: {Type: AWS::ApiGateway::RestApi}
              Get:
                Type: AWS::ApiGateway::Method
                Properties: {RestApiId: !Ref Rest, Integration: {Uri: !GetAtt Answer.Arn}}
            """;

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

    /**
     * Tiers and pieces of 512 KB as in AWS's whitepaper "Best Practices for Designing Amazon API Gateway Private APIs", cost
     * optimization: 1.00 a million up to 300 million, 0.90 beyond; 3.50 up to 333 million, then 2.80, 2.38, 1.51.
     */
    @ParameterizedTest
    @CsvSource({"300e6, 300.00", "400e6, 390.00"})
    void chargesAnHttpApiByTiers(double requests, double usd) {
        assertUsd(usd, usd(under(API, terms(asked(requests, 1, 0)).whenRaised()), "API requests"));
    }

    @ParameterizedTest
    @CsvSource({"333e6, 1165.50", "1e9, 3033.10", "1.5e9, 4223.10"})
    void chargesARestApiByTiers(double requests, double usd) {
        assertUsd(usd, usd(under(REST_API, terms(asked(requests, 1, 0)).whenRaised()), "API requests"));
    }

    @ParameterizedTest
    @CsvSource({"524288, 1 piece", "524289, 2 pieces", "0, 1 piece"})
    void chargesAnHttpApiByPieces(int bytes, String pieces) {
        assertEquals(
                "1000000 requests x %s x 0.000001, by tiers".formatted(pieces),
                formula(under(API, asked(1_000_000, 1, bytes)), "API requests"));
    }

    @Test
    void chargesWhatGoesOutOfAnApi() {
        assertUsd(30 * 0.09, usd(under(API, asked(1_000_000, 1, 30_000)), "data out"));
        assertUsd(30 * 0.09, usd(under(REST_API, asked(1_000_000, 1, 30_000)), "data out"));
        assertFalse(items(under(
                        REST_API.replace(
                                "RestApi}", "RestApi, Properties: {EndpointConfiguration: {Types: [PRIVATE]}}}"),
                        asked(1_000_000, 1, 30_000)))
                .contains("data out"));
        assertUsd(
                30 * 0.09,
                usd(
                        under(
                                FUNCTION
                                        + "  U: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !GetAtt Answer.Arn}}\n",
                                asked(1_000_000, 1, 30_000)),
                        "data out"));
    }

    @Test
    void paysTheCacheOfAStage() {
        String stage = "  S: {Type: AWS::ApiGateway::Stage, Properties: {CacheClusterEnabled: true%s}}\n";

        assertUsd(730 * 0.02, idle(stage.formatted("")).total());
        assertUsd(730 * 0.02, idle(stage.formatted(", CacheClusterSize: '0.5'")).total());
        assertEquals(
                "cache of 6.1 GB: no price apigw:rest:cache-6.1GB in us-east-1",
                notPriced(idle(stage.formatted(", CacheClusterSize: '6.1'"))));
        assertUsd(0, idle("  S: {Type: AWS::ApiGateway::Stage}\n").total());
    }

    /** 10 TB at 0.085, the rest at 0.080; what it fetches from its origin inside AWS is free, so it goes out once. */
    @Test
    void chargesWhatGoesOutOfACdnOnce() {
        Bill bill = under(API + """
                  Cdn:
                    Type: AWS::CloudFront::Distribution
                    Properties: {DistributionConfig: {Origins: [{DomainName: !Sub '${Api}.execute-api'}]}}
                """, terms(asked(100_000_000, 1, 200_000)).whenRaised());

        assertUsd(10240 * 0.085 + (20_000 - 10240) * 0.080, usd(bill, "data out"));
        assertUsd(100 * 1.00, usd(bill, "HTTPS requests"));
        assertEquals("API requests, HTTPS requests, calls, data out, duration", items(bill));
    }

    /** A list at 5.00 with two rules at 1.00, and 0.60 for each million requests. */
    @Test
    void paysTheFirewallBeforeACdn() {
        String resources = API + """
              Wall: {Type: AWS::WAFv2::WebACL, Properties: {Rules: [{Name: a}, {Name: b}]}}
              Cdn:
                Type: AWS::CloudFront::Distribution
                Properties:
                  DistributionConfig: {WebACLId: !GetAtt Wall.Arn, Origins: [{DomainName: !Sub '${Api}.execute-api'}]}
            """;

        assertUsd(5 + 2 * 1, idle(resources).total());
        assertUsd(10 * 0.60, usd(under(resources, asked(10_000_000, 1, 0)), "requests looked at"));
    }

    @Test
    void paysTheFirewallBeforeALoadBalancer() {
        String resources = balancer("Scheme: internal, Subnets: [a, b]") + """
              Wall:
                Type: AWS::WAFv2::WebACL
                Properties:
                  Rules: [{Statement: {ManagedRuleGroupStatement: {Name: AWSManagedRulesBotControlRuleSet}}}]
              Group: {Type: AWS::WAFv2::RuleGroup, Properties: {Rules: [{Name: a}]}}
              Guard:
                Type: AWS::WAFv2::WebACLAssociation
                Properties: {WebACLArn: !GetAtt Wall.Arn, ResourceArn: !Ref Balancer}
            """;
        Bill bill = under(resources, asked(10_000_000, 1, 0));

        assertUsd(10 * 0.60, usd(bill, "requests looked at"));
        assertUsd(1, usd(bill, "rule group"));
        assertUsd(2, usd(bill, "rules"));
        assertEquals("AWSManagedRulesBotControlRuleSet: no price", notPriced(bill));
    }

    @Test
    void needsUsageWhereRequestsDoNotPass() {
        Bill bill = under(FUNCTION + """
                  Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !GetAtt Answer.Arn}}
                  Idle: {Type: AWS::ApiGatewayV2::Api}
                  Chat: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: WEBSOCKET}}
                  Site: {Type: AWS::CloudFront::Distribution}
                """, asked(1_000_000, 1, 0));

        assertEquals(
                "Idle requests, Chat messages, and how long connections last, Site requests, and data out",
                String.join(
                        ", ",
                        bill.needsUsage().stream()
                                .map(entry -> entry.resource() + " " + entry.usage())
                                .toList()));
    }
}
