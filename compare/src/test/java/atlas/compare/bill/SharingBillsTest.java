package atlas.compare.bill;

import static atlas.compare.bill.Billed.asked;
import static atlas.compare.bill.Billed.assertUsd;
import static atlas.compare.bill.Billed.formula;
import static atlas.compare.bill.Billed.terms;
import static atlas.compare.bill.Billed.under;
import static atlas.compare.bill.Billed.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several that answer share the requests, and what leads to each gets its part of them: a request is billed once. */
class SharingBillsTest {
    private static final String TWO = """
              One: {Type: AWS::Lambda::Function, Properties: {MemorySize: 1024}}
              Other: {Type: AWS::Lambda::Function, Properties: {MemorySize: 1024}}
            """;

    /** A gigabyte out in all, whatever the ways it takes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lambda::Url | TargetFunctionArn: !Ref One | TargetFunctionArn: !Ref Other",
                "ApiGatewayV2::Api | Target: !Ref One | Target: !Ref Other",
                "EC2::Instance | InstanceType: t4g.small | InstanceType: t4g.small",
            })
    void sendsEachAnswerOutOnce(String type, String one, String other) {
        Bill bill = under(TWO + """
              First: {Type: AWS::%s, Properties: {%s}}
              Second: {Type: AWS::%s, Properties: {%s}}
            """.formatted(type, one, type, other), asked(1000, 1, 1_000_000));

        assertUsd(type.startsWith("EC2") ? 0.09 * 2 / 4 : 0.09, usd(bill, "data out"));
    }

    @Test
    void callsEachApiForItsOwnFunctionOnly() {
        Bill bill = under(TWO + """
                  First: {Type: AWS::ApiGatewayV2::Api, Properties: {Target: !Ref One}}
                  Second: {Type: AWS::ApiGatewayV2::Api, Properties: {Target: !Ref Other}}
                """, asked(2_000_000, 1, 0));

        assertUsd(2.00, usd(bill, "API requests"));
        assertEquals(
                "1000000 requests x 1 piece x 0.000001, by tiers and 1000000 requests x 1 piece x 0.000001, by tiers",
                formula(bill, "API requests"));
    }

    /** One balancer for both of two services takes all requests, one for each takes half. */
    @Test
    void usesUpCapacityUnitsWhereTheRequestsAre() {
        double unitHours = 50 / 25.0 * 730;

        assertUsd(
                unitHours * 0.008, usd(under(balanced("Balancer"), asked(50.0 * 730 * 3600, 1, 0)), "capacity units"));
        assertUsd(unitHours * 0.008, usd(under(balanced("Second"), asked(50.0 * 730 * 3600, 1, 0)), "capacity units"));
    }

    private static String balanced(String ofTheOther) {
        return """
              Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Subnets: [a, b]}}
              Second: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Subnets: [a, b]}}
              Targets: {Type: AWS::ElasticLoadBalancingV2::TargetGroup}
              Others: {Type: AWS::ElasticLoadBalancingV2::TargetGroup}
              Listener:
                Type: AWS::ElasticLoadBalancingV2::Listener
                Properties: {LoadBalancerArn: !Ref Balancer, DefaultActions: [{TargetGroupArn: !Ref Targets}]}
              Another:
                Type: AWS::ElasticLoadBalancingV2::Listener
                Properties: {LoadBalancerArn: !Ref %s, DefaultActions: [{TargetGroupArn: !Ref Others}]}
              Task: {Type: AWS::ECS::TaskDefinition, Properties: {Cpu: 256, Memory: 512}}
              One:
                Type: AWS::ECS::Service
                Properties: {LaunchType: FARGATE, TaskDefinition: !Ref Task, LoadBalancers: [{TargetGroupArn: !Ref Targets}]}
              Other:
                Type: AWS::ECS::Service
                Properties: {LaunchType: FARGATE, TaskDefinition: !Ref Task, LoadBalancers: [{TargetGroupArn: !Ref Others}]}
            """.formatted(ofTheOther);
    }

    /** Three requests a message, of the half that each queue gets; the topic before one of them passes that half. */
    @Test
    void sendsEachMessageOnce() {
        Bill bill = under(TWO + """
                  Topic: {Type: AWS::SNS::Topic}
                  Told:
                    Type: AWS::SNS::Subscription
                    Properties: {TopicArn: !Ref Topic, Protocol: sqs, Endpoint: !GetAtt First.Arn}
                  First: {Type: AWS::SQS::Queue}
                  Second: {Type: AWS::SQS::Queue}
                  Feed: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref One, EventSourceArn: !GetAtt First.Arn}}
                  Feeds: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref Other, EventSourceArn: !GetAtt Second.Arn}}
                """, asked(2_000_000, 1, 0));

        assertUsd(2 * 3 * 0.40 + 0.50, usd(bill, "messages"));
    }

    /** 300 million of 400 are at 1.00 a million, whichever API they come by. */
    @Test
    void countsTiersOverTheWholeBill() {
        Bill bill = under(TWO + """
                  First: {Type: AWS::ApiGatewayV2::Api, Properties: {Target: !Ref One}}
                  Second: {Type: AWS::ApiGatewayV2::Api, Properties: {Target: !Ref Other}}
                """, terms(asked(400e6, 1, 0)).whenRaised());

        assertUsd(300 * 1.00 + 100 * 0.90, usd(bill, "API requests"));
    }
}
