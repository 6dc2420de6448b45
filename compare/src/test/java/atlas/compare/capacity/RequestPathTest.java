package atlas.compare.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.Written;
import atlas.compare.capacity.RequestPath.Source;
import atlas.compare.template.SetUp;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequestPathTest {
    private static final String FUNCTION = """
              Answer: {Type: AWS::Lambda::Function}
            """;

    private static final String SERVICE = """
              Task: {Type: AWS::ECS::TaskDefinition, Properties: {Cpu: 256, Memory: 512}}
              Service:
                Type: AWS::ECS::Service
                Properties:
                  LaunchType: FARGATE
                  TaskDefinition: !Ref Task
                  LoadBalancers: [{TargetGroupArn: !Ref Targets}]
                  ServiceRegistries: [{RegistryArn: !GetAtt Registry.Arn}]
              Targets: {Type: AWS::ElasticLoadBalancingV2::TargetGroup}
              Registry: {Type: AWS::ServiceDiscovery::Service}
            """;

    private static final String BALANCER = """
              Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}
              Listener:
                Type: AWS::ElasticLoadBalancingV2::Listener
                Properties: {LoadBalancerArn: !Ref Balancer, DefaultActions: [{Type: forward, TargetGroupArn: !Ref Targets}]}
            """;

    private static final String INSTANCE = """
              Server: {Type: AWS::EC2::Instance, Properties: {InstanceType: t3.micro}}
            """;

    static Stream<Arguments> waysIn() {
        return Stream.of(
                way("nothing before it", FUNCTION, "Answer", ""),
                way("a function URL", FUNCTION + """
                      Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !GetAtt Answer.Arn}}
                    """, "Answer", "Url"),
                way("an HTTP API by an alias", FUNCTION + """
                      Live: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref Answer}}
                      Api: {Type: AWS::ApiGatewayV2::Api}
                      Integration:
                        Type: AWS::ApiGatewayV2::Integration
                        Properties: {ApiId: !Ref Api, IntegrationUri: !Sub 'arn:aws:apigateway:x/${Live}/invocations'}
                    """, "Answer", "Api"),
                way("an HTTP API that is created quickly", FUNCTION + """
                      Api: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: HTTP, Target: !GetAtt Answer.Arn}}
                    """, "Answer", "Api"),
                way("a REST API", FUNCTION + """
                      Rest: {Type: AWS::ApiGateway::RestApi}
                      Get:
                        Type: AWS::ApiGateway::Method
                        Properties: {RestApiId: !Ref Rest, Integration: {Uri: !Sub 'arn:x/${Answer.Arn}/invocations'}}
                    """, "Answer", "Rest"),
                way("a REST API that is described", FUNCTION + """
                      Rest:
                        Type: AWS::ApiGateway::RestApi
                        Properties:
                          Body: {paths: {/: {get: {x-amazon-apigateway-integration: {uri: !Sub 'x/${Answer.Arn}'}}}}}
                    """, "Answer", "Rest"),
                way("a CDN before an API", FUNCTION + """
                      Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Target: !GetAtt Answer.Arn}}
                      Cdn:
                        Type: AWS::CloudFront::Distribution
                        Properties: {DistributionConfig: {Origins: [{DomainName: !Sub '${Api}.execute-api'}]}}
                    """, "Answer", "Api Cdn"),
                way("a load balancer before a function", FUNCTION + BALANCER + """
                      Targets:
                        Type: AWS::ElasticLoadBalancingV2::TargetGroup
                        Properties: {TargetType: lambda, Targets: [{Id: !GetAtt Answer.Arn}]}
                    """, "Answer", "Balancer"),
                way("a load balancer before tasks", SERVICE + BALANCER, "Service", "Balancer"),
                way("a rule of a load balancer", SERVICE + """
                      Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}
                      Listener: {Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {LoadBalancerArn: !Ref Balancer}}
                      Rule:
                        Type: AWS::ElasticLoadBalancingV2::ListenerRule
                        Properties: {ListenerArn: !Ref Listener, Actions: [{TargetGroupArn: !Ref Targets}]}
                    """, "Service", "Balancer"),
                way("a CDN that reaches into the VPC", SERVICE + BALANCER + """
                      Way: {Type: AWS::CloudFront::VpcOrigin, Properties: {VpcOriginEndpointConfig: {Arn: !Ref Balancer}}}
                      Cdn:
                        Type: AWS::CloudFront::Distribution
                        Properties: {DistributionConfig: {Origins: [{VpcOriginConfig: {VpcOriginId: !GetAtt Way.Id}}]}}
                    """, "Service", "Balancer Cdn"),
                way("an HTTP API before a load balancer", SERVICE + BALANCER + """
                      Api: {Type: AWS::ApiGatewayV2::Api}
                      Integration:
                        Type: AWS::ApiGatewayV2::Integration
                        Properties: {ApiId: !Ref Api, IntegrationUri: !Ref Listener}
                    """, "Service", "Balancer Api"),
                way("an HTTP API by Cloud Map", SERVICE + """
                      Api: {Type: AWS::ApiGatewayV2::Api}
                      Integration:
                        Type: AWS::ApiGatewayV2::Integration
                        Properties: {ApiId: !Ref Api, IntegrationUri: !GetAtt Registry.Arn}
                    """, "Service", "Api"),
                way("a REST API before a load balancer", SERVICE + BALANCER + """
                      Rest: {Type: AWS::ApiGateway::RestApi}
                      Get:
                        Type: AWS::ApiGateway::Method
                        Properties: {RestApiId: !Ref Rest, Integration: {Uri: !Sub 'http://${Balancer.DNSName}/'}}
                    """, "Service", "Balancer Rest"),
                way("a classic load balancer", INSTANCE + """
                      Old: {Type: AWS::ElasticLoadBalancing::LoadBalancer, Properties: {Instances: [!Ref Server]}}
                    """, "Server", "Old"),
                way("a CDN before an instance", INSTANCE + """
                      Cdn:
                        Type: AWS::CloudFront::Distribution
                        Properties: {DistributionConfig: {Origins: [{DomainName: !GetAtt Server.PublicDnsName}]}}
                    """, "Server", "Cdn"),
                way("tasks on instances", """
                      Task: {Type: AWS::ECS::TaskDefinition, Properties: {Cpu: 256}}
                      Service:
                        Type: AWS::ECS::Service
                        Properties:
                          TaskDefinition: !Ref Task
                          CapacityProviderStrategy: [{CapacityProvider: !Ref Provider}]
                          LoadBalancers: [{TargetGroupArn: !Ref Targets}]
                      Provider:
                        Type: AWS::ECS::CapacityProvider
                        Properties: {AutoScalingGroupProvider: {AutoScalingGroupArn: !Ref Group}}
                      Group: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {InstanceType: t3.micro}}
                      Targets: {Type: AWS::ElasticLoadBalancingV2::TargetGroup}
                    """ + BALANCER, "Group", "Balancer"),
                way("functions on instances", """
                      Answer: {Type: AWS::Lambda::Function, Properties: {CapacityProviderConfig: {A: !GetAtt Provider.Arn}}}
                      Provider:
                        Type: AWS::Lambda::CapacityProvider
                        Properties: {InstanceRequirements: {AllowedInstanceTypes: [m7g.large]}}
                      Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !GetAtt Answer.Arn}}
                    """, "Provider", "Url"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysIn")
    void isFollowed(String name, String resources, String servers, String fronts) {
        RequestPath path = path(resources);

        assertEquals(Source.REQUEST, path.source());
        assertEquals(servers, servers(path));
        assertEquals(
                fronts,
                String.join(
                        " ",
                        path.fronts().stream().map(front -> front.name().id()).toList()));
    }

    static Stream<Arguments> starters() {
        return Stream.of(
                starter("a message", Source.EVENT, """
                      Queue: {Type: AWS::SQS::Queue}
                      Mapping:
                        Type: AWS::Lambda::EventSourceMapping
                        Properties: {FunctionName: !Ref Answer, EventSourceArn: !GetAtt Queue.Arn}
                    """),
                starter("an event", Source.EVENT, """
                      Rule: {Type: AWS::Events::Rule, Properties: {EventPattern: {a: [b]}, Targets: [{Arn: !GetAtt Answer.Arn}]}}
                    """),
                starter("an object", Source.EVENT, """
                      Bucket:
                        Type: AWS::S3::Bucket
                        Properties: {NotificationConfiguration: {LambdaConfigurations: [{Function: !GetAtt Answer.Arn}]}}
                    """),
                starter("an object, as the CDK writes it", Source.EVENT, """
                      Bucket: {Type: AWS::S3::Bucket}
                      Notifications:
                        Type: Custom::S3BucketNotifications
                        Properties: {BucketName: !Ref Bucket, NotificationConfiguration: {Arn: !GetAtt Answer.Arn}}
                    """),
                starter("a topic", Source.EVENT, """
                      Told: {Type: AWS::SNS::Subscription, Properties: {Endpoint: !GetAtt Answer.Arn}}
                    """),
                starter("a step", Source.EVENT, """
                      Flow: {Type: AWS::StepFunctions::StateMachine, Properties: {DefinitionString: !Sub '{"a":"${Answer.Arn}"}'}}
                    """),
                starter("a schedule", Source.CLOCK, """
                      Hourly:
                        Type: AWS::Scheduler::Schedule
                        Properties: {ScheduleExpression: rate(1 hour), Target: {Arn: !GetAtt Answer.Arn}}
                    """),
                starter("a rule of the clock", Source.CLOCK, """
                      Rule:
                        Type: AWS::Events::Rule
                        Properties: {ScheduleExpression: rate(1 hour), Targets: [{Arn: !GetAtt Answer.Arn}]}
                    """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("starters")
    void isNoRequestWhereNobodyWaits(String name, Source source, String resources) {
        RequestPath path = path(FUNCTION + resources);

        assertEquals(source, path.source());
        assertEquals("Answer", servers(path));
    }

    /** The worker gets none of them: it is told by a queue, and nobody asks it. */
    @ParameterizedTest
    @MethodSource("workers")
    void leavesAWorkerOut(String api) {
        RequestPath path = path(FUNCTION + api + """
              Worker: {Type: AWS::Lambda::Function}
              Mapping: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref Worker, EventSourceArn: x}}
            """);

        assertEquals(Source.REQUEST, path.source());
        assertEquals("Answer", servers(path));
    }

    static Stream<String> workers() {
        return Stream.of("", "  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Target: !GetAtt Answer.Arn}}\n");
    }

    private static Arguments way(String name, String resources, String servers, String fronts) {
        return Arguments.of(name, resources, servers, fronts);
    }

    private static Arguments starter(String name, Source source, String resources) {
        return Arguments.of(name, source, resources);
    }

    private static RequestPath path(String resources) {
        SetUp setUp = Written.setUp("Resources:\n" + resources);
        return RequestPath.of(setUp, Computes.in(setUp));
    }

    private static String servers(RequestPath path) {
        return String.join(
                " ",
                path.servers().stream()
                        .map(server -> server.resource().name().id())
                        .toList());
    }
}
