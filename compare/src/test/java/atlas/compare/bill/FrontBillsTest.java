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

import java.util.List;
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
    /** Ten million files of 100 KB: requests and gigabytes out of the CDN, and as many requests to the bucket. */
    @Test
    void servesFilesFromABucket() {
        String site = """
                  Files: {Type: AWS::S3::Bucket}
                  Site:
                    Type: AWS::CloudFront::Distribution
                    Properties: {DistributionConfig: {Origins: [{DomainName: !GetAtt Files.RegionalDomainName}]}}
                """;
        Bill bill = under(site, asked(10_000_000, 1, 100_000));

        assertUsd(1000 * 0.01, usd(bill, "HTTPS requests"));
        assertUsd(1000 * 0.085, usd(bill, "data out"));
        assertUsd(10_000 * 0.0004, usd(bill, "requests to its bucket"));
        assertEquals(List.of("it serves files, and computes no answer"), bill.refusals());
    }

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
