package atlas.compare.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.Written;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeoutTest {
    private static List<String> of(String type, String properties) {
        return Inventory.of(
                        Written.setUp("Resources: { It: { Type: '%s', Properties: %s } }".formatted(type, properties)))
                .timeouts()
                .stream()
                .map(timeout -> "%s%s%s %s"
                        .formatted(
                                timeout.seconds().map(BigDecimal::toPlainString).orElse("?"),
                                timeout.byDefault() ? "*" : "",
                                timeout.element().isEmpty() ? "" : " " + timeout.element(),
                                timeout.what()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWS::Lambda::Function | {} | 3* time-out",
                "AWS::Lambda::Function | { Timeout: 900 } | 900 time-out",
                "AWS::Lambda::Function | { Timeout: !ImportValue seconds } | ? time-out",
                "AWS::ElasticLoadBalancingV2::LoadBalancer | {} | 60* idle",
                "AWS::ElasticLoadBalancingV2::LoadBalancer | { LoadBalancerAttributes: [{ Key: a, Value: b }] } | 60* idle",
                "AWS::ElasticLoadBalancingV2::LoadBalancer | { LoadBalancerAttributes: [{ Key: idle_timeout.timeout_seconds, Value: '120' }] } | 120 idle",
                "AWS::ElasticLoadBalancing::LoadBalancer | {} | 60* idle",
                "AWS::ElasticLoadBalancing::LoadBalancer | { ConnectionSettings: { IdleTimeout: 5 } } | 5 idle",
                "AWS::ElasticLoadBalancingV2::TargetGroup | {} | 300* deregistration",
                "AWS::ElasticLoadBalancingV2::TargetGroup | { TargetGroupAttributes: [{ Key: deregistration_delay.timeout_seconds, Value: 30 }] } | 30 deregistration",
                "AWS::ApiGatewayV2::Integration | { PayloadFormatVersion: '2.0' } | 30* integration",
                "AWS::ApiGatewayV2::Integration | { PayloadFormatVersion: '1.0', TimeoutInMillis: 1500 } | 1.5 integration",
                "AWS::ApiGateway::Method | { Integration: { Type: AWS_PROXY } } | 29* integration",
                "AWS::ECS::Service | { HealthCheckGracePeriodSeconds: 60 } | 60 grace for health checks",
                "AWS::AutoScaling::LifecycleHook | {} | 3600* lifecycle hook",
                "AWS::SQS::Queue | {} | 30* visibility",
                "AWS::SQS::Queue | { VisibilityTimeout: 0 } | 0 visibility",
                "AWS::CodeBuild::Project | { TimeoutInMinutes: 5 } | 300 build",
            })
    void is(String type, String properties, String found) {
        assertEquals(List.of(found), of(type, properties));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWS::ElasticLoadBalancingV2::LoadBalancer | { Type: network }",
                "AWS::ElasticLoadBalancingV2::LoadBalancer | { Type: gateway }",
                "AWS::ElasticLoadBalancingV2::TargetGroup | { TargetType: lambda }",
                "AWS::ApiGatewayV2::Integration | { PayloadFormatVersion: '1.0' }",
                "AWS::ApiGateway::Method | { Integration: { Type: MOCK } }",
                "AWS::ApiGateway::Method | {}",
                "AWS::ECS::Service | {}",
                "AWS::CloudFront::Distribution | { DistributionConfig: { Origins: [{ Id: bucket, S3OriginConfig: {} }] } }",
                "AWS::SNS::Topic | {}",
            })
    void isNot(String type, String properties) {
        assertEquals(List.of(), of(type, properties));
    }

    @Test
    void isEachContainersOwn() {
        assertEquals(
                List.of("120 app stop", "30* 1 stop"),
                of("AWS::ECS::TaskDefinition", "{ ContainerDefinitions: [{ Name: app, StopTimeout: 120 }, {}] }"));
    }

    @Test
    void isThatOfAnOriginWhichComputes() {
        assertEquals(
                List.of("30* api answer of the origin", "45 alb answer of the origin"),
                of(
                        "AWS::CloudFront::Distribution",
                        "{ DistributionConfig: { Origins: [{ Id: bucket, S3OriginConfig: {} },"
                                + " { Id: api, CustomOriginConfig: { OriginProtocolPolicy: https-only } },"
                                + " { Id: alb, VpcOriginConfig: { OriginReadTimeout: 45 } }] } }"));
    }

    /** A queue may be nothing but its type. */
    @Test
    void isADefaultAlsoWhereThereAreNoProperties() {
        assertEquals(
                1,
                Inventory.of(Written.setUp("Resources: { Queue: { Type: 'AWS::SQS::Queue' } }"))
                        .timeouts()
                        .size());
    }
}
