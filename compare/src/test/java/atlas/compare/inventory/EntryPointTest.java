package atlas.compare.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.Written;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryPointTest {
    private static List<String> in(String resources) {
        return Inventory.of(Written.setUp("Resources:\n" + resources)).entryPoints().stream()
                .map(entry -> "%s %s: %s".formatted(entry.resource(), entry.kind(), entry.detail()))
                .toList();
    }

    @Test
    void isALoadBalancerUnlessItIsInternal() {
        assertEquals(List.of("Open load balancer: HTTP 80, HTTPS 443", "Said load balancer: no listener"), in("""
                  Open: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer' }
                  Said: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Scheme: internet-facing } }
                  Internal: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Scheme: internal } }
                  Tls:
                    Type: AWS::ElasticLoadBalancingV2::Listener
                    Properties: { LoadBalancerArn: !Ref Open, Protocol: HTTPS, Port: 443 }
                  Plain:
                    Type: AWS::ElasticLoadBalancingV2::Listener
                    Properties: { LoadBalancerArn: !Ref Open, Protocol: HTTP, Port: 80 }
                """));
    }

    @Test
    void mayBeALoadBalancerWhoseSchemeADeploymentDecides() {
        assertEquals(List.of("Balancer load balancer: TCP 22, unless the deployment makes it internal"), in("""
                  Balancer:
                    Type: AWS::ElasticLoadBalancing::LoadBalancer
                    Properties:
                      Scheme: !ImportValue scheme
                      Listeners: [{ Protocol: TCP, LoadBalancerPort: '22', InstancePort: '22' }]
                """));
    }

    @Test
    void isAnApiWithTheRoutesThatAskWhoCalls() {
        assertEquals(
                List.of(
                        "Http HTTP API: 1 of 2 routes ask who calls",
                        "Rest REST API: 0 of 1 routes ask who calls, by its own domain only",
                        "Graph GraphQL API: no route"),
                in("""
                  Http: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: HTTP } }
                  Asking:
                    Type: AWS::ApiGatewayV2::Route
                    Properties: { ApiId: !Ref Http, RouteKey: $default, AuthorizationType: JWT }
                  Free:
                    Type: AWS::ApiGatewayV2::Route
                    Properties: { ApiId: !Ref Http, RouteKey: GET /, AuthorizationType: NONE }
                  Rest: { Type: 'AWS::ApiGateway::RestApi', Properties: { DisableExecuteApiEndpoint: true } }
                  Get: { Type: 'AWS::ApiGateway::Method', Properties: { RestApiId: !Ref Rest, HttpMethod: GET } }
                  Private:
                    Type: AWS::ApiGateway::RestApi
                    Properties: { EndpointConfiguration: { Types: [PRIVATE] } }
                  Graph: { Type: 'AWS::AppSync::GraphQLApi' }
                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "AWS::Lambda::Url | AuthType: NONE | function URL: auth NONE",
                "AWS::Lambda::Url | AuthType: AWS_IAM | function URL: auth AWS_IAM",
                "AWS::CloudFront::Distribution | DistributionConfig: { DefaultCacheBehavior: { ViewerProtocolPolicy: allow-all }, WebACLId: arn } | distribution: allow-all, with a WAF",
                "AWS::EC2::Instance | NetworkInterfaces: [{ AssociatePublicIpAddress: true }] | public address: of each instance",
                "AWS::EC2::EIP | InstanceId: i-1 | public address: of an instance",
                "AWS::ECS::Service | NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: ENABLED } } | public address: of each task",
                "AWS::ECS::ExpressGatewayService | Cpu: 256 | load balancer: unless its subnets are private",
                "AWS::EKS::Cluster | RoleArn: arn | Kubernetes API: from 0.0.0.0/0",
                "AWS::EKS::Cluster | ResourcesVpcConfig: { PublicAccessCidrs: [203.0.113.0/24] } | Kubernetes API: from 203.0.113.0/24",
                "AWS::AppRunner::Service | ServiceName: a | service URL: HTTPS",
                "AWS::Lightsail::Instance | BundleId: nano | \"public address: \"",
                "AWS::Lightsail::Container | ContainerServiceDeployment: { PublicEndpoint: { ContainerPort: 80 } } | service URL: HTTPS",
                "AWS::ElasticBeanstalk::Environment | EnvironmentName: a | \"environment URL: \"",
                "AWS::GlobalAccelerator::Accelerator | Name: a | public address: anycast",
                "AWS::S3::Bucket | AccessControl: PublicRead | bucket: PublicRead",
                "AWS::RDS::DBInstance | PubliclyAccessible: true | public address: publicly accessible",
                "AWS::SQS::QueuePolicy | PolicyDocument: { Statement: { Effect: Allow, Principal: '*', Action: 'sqs:SendMessage' } } | policy for anyone: sqs:SendMessage",
                "AWS::S3::BucketPolicy | PolicyDocument: { Statement: [{ Effect: Allow, Principal: { AWS: '*' }, Action: ['s3:GetObject'] }] } | policy for anyone: s3:GetObject",
                "AWS::Lambda::Permission | { Principal: '*', Action: 'lambda:InvokeFunction' } | policy for anyone: lambda:InvokeFunction",
            })
    void is(String type, String properties, String found) {
        assertEquals(List.of("It " + found), in(resource(type, properties)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "AWS::EC2::Instance | NetworkInterfaces: [{ AssociatePublicIpAddress: false }]",
                "AWS::EC2::EIP | Domain: vpc",
                "AWS::ECS::Service | NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: DISABLED } }",
                "AWS::EKS::Cluster | ResourcesVpcConfig: { EndpointPublicAccess: false }",
                "AWS::AppRunner::Service | NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: false } }",
                "AWS::Lightsail::Container | Scale: 1",
                "AWS::ElasticBeanstalk::Environment | OptionSettings: [{ OptionName: ELBScheme, Value: internal }]",
                "AWS::S3::Bucket | AccessControl: Private",
                "AWS::RDS::DBInstance | PubliclyAccessible: false",
                "AWS::SQS::QueuePolicy | PolicyDocument: { Statement: { Effect: Deny, Principal: '*', Action: 'sqs:*' } }",
                "AWS::SQS::QueuePolicy | PolicyDocument: { Statement: { Effect: Allow, Principal: '*', Action: 'sqs:*', Condition: { ArnLike: { 'aws:SourceArn': arn } } } }",
                "AWS::EC2::VPCEndpoint | PolicyDocument: { Statement: { Effect: Allow, Principal: '*', Action: '*' } }",
                "AWS::IAM::Role | AssumeRolePolicyDocument: { Statement: { Effect: Allow, Principal: '*', Action: 'sts:AssumeRole' } }",
                "AWS::Lambda::Permission | { Principal: apigateway.amazonaws.com, Action: 'lambda:InvokeFunction' }",
                "AWS::Lambda::Permission | { Principal: '*', Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: NONE }",
            })
    void isNot(String type, String properties) {
        assertEquals(List.of(), in(resource(type, properties)));
    }

    private static String resource(String type, String properties) {
        String braced = properties.startsWith("{") ? properties : "{ " + properties + " }";
        return "  It: { Type: '%s', Properties: %s }".formatted(type, braced);
    }

    @Test
    void isAGroupInAPublicSubnet() {
        assertEquals(List.of("Group public address: of each instance"), in("""
                  Subnet: { Type: 'AWS::EC2::Subnet', Properties: { MapPublicIpOnLaunch: true } }
                  Group:
                    Type: AWS::AutoScaling::AutoScalingGroup
                    Properties: { VPCZoneIdentifier: [!Ref Subnet], MinSize: '1', MaxSize: '1' }
                """));
    }
}
