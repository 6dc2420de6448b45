package atlas.compare.bill;

import atlas.compare.Written;
import atlas.compare.template.SetUp;
import java.util.List;

/** Set-ups of each kind, small enough to see what their bills are made of. */
final class SetUpsToBill {
    private static final String BALANCER = """
              Targets: {Type: AWS::ElasticLoadBalancingV2::TargetGroup}
              Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Subnets: [a, b]}}
              Listener:
                Type: AWS::ElasticLoadBalancingV2::Listener
                Properties: {LoadBalancerArn: !Ref Balancer, DefaultActions: [{TargetGroupArn: !Ref Targets}]}
              Log: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: 7}}
              Gateway: {Type: AWS::EC2::NatGateway}
            """;

    static final List<SetUp> ALL =
            List.of(tasks(), tasksOnSpot(), group(), server(), function(), restApi(), appRunner());

    private SetUpsToBill() {}

    private static SetUp tasks() {
        return Written.setUp("Resources:\n" + BALANCER + """
              Task:
                Type: AWS::ECS::TaskDefinition
                Properties: {Cpu: 512, Memory: 1024, ContainerDefinitions: [{LogConfiguration: {Group: !Ref Log}}]}
              Service:
                Type: AWS::ECS::Service
                Properties: {LaunchType: FARGATE, TaskDefinition: !Ref Task, LoadBalancers: [{TargetGroupArn: !Ref Targets}]}
              Target:
                Type: AWS::ApplicationAutoScaling::ScalableTarget
                Properties: {MinCapacity: 2, MaxCapacity: 8, ResourceId: !Sub 'service/c/${Service.Name}'}
              Policy:
                Type: AWS::ApplicationAutoScaling::ScalingPolicy
                Properties:
                  ScalingTargetId: !Ref Target
                  TargetTrackingScalingPolicyConfiguration:
                    TargetValue: 60
                    PredefinedMetricSpecification: {PredefinedMetricType: ECSServiceAverageCPUUtilization}
            """);
    }

    private static SetUp tasksOnSpot() {
        return Written.setUp("Resources:\n" + BALANCER + """
              Task: {Type: AWS::ECS::TaskDefinition, Properties: {Cpu: 256, Memory: 512}}
              Service:
                Type: AWS::ECS::Service
                Properties:
                  TaskDefinition: !Ref Task
                  DesiredCount: 3
                  LoadBalancers: [{TargetGroupArn: !Ref Targets}]
                  CapacityProviderStrategy:
                    - {CapacityProvider: FARGATE, Base: 1, Weight: 1}
                    - {CapacityProvider: FARGATE_SPOT, Weight: 3}
            """);
    }

    private static SetUp group() {
        return Written.setUp("Resources:\n" + BALANCER + """
              Private: {Type: AWS::EC2::Subnet}
              Launch: {Type: AWS::EC2::LaunchTemplate, Properties: {LaunchTemplateData: {InstanceType: m7g.large}}}
              Group:
                Type: AWS::AutoScaling::AutoScalingGroup
                Properties:
                  MinSize: 1
                  MaxSize: 20
                  VPCZoneIdentifier: [!Ref Private]
                  TargetGroupARNs: [!Ref Targets]
                  MixedInstancesPolicy:
                    InstancesDistribution: {OnDemandBaseCapacity: 2, OnDemandPercentageAboveBaseCapacity: 30}
                    LaunchTemplate: {LaunchTemplateSpecification: {LaunchTemplateId: !Ref Launch, Version: '1'}}
            """);
    }

    private static SetUp server() {
        return Written.setUp(
                "Resources: {Server: {Type: AWS::EC2::Instance, Properties: {InstanceType: t4g.small, KeyName: a}}}");
    }

    private static SetUp function() {
        return Written.setUp("""
                Resources:
                  Answer:
                    Type: AWS::Lambda::Function
                    Properties: {MemorySize: 1024, Timeout: 60, TracingConfig: {Mode: Active}}
                  Live:
                    Type: AWS::Lambda::Alias
                    Properties:
                      FunctionName: !Ref Answer
                      ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 3}
                  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Target: !Ref Live}}
                """);
    }

    private static SetUp restApi() {
        return Written.setUp("""
                Resources:
                  Answer: {Type: AWS::Lambda::Function, Properties: {MemorySize: 512, Architectures: [arm64]}}
                  Rest: {Type: AWS::ApiGateway::RestApi}
                  Get:
                    Type: AWS::ApiGateway::Method
                    Properties: {RestApiId: !Ref Rest, Integration: {Uri: !GetAtt Answer.Arn}}
                  Cdn:
                    Type: AWS::CloudFront::Distribution
                    Properties: {DistributionConfig: {Origins: [{DomainName: !Sub '${Rest}.execute-api'}]}}
                """);
    }

    private static SetUp appRunner() {
        return Written.setUp("Resources: {Service: {Type: AWS::AppRunner::Service}}");
    }
}
