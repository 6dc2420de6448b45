package atlas.compare.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.Written;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlwaysOnTest {
    private static List<String> in(String resources) {
        return Inventory.of(Written.setUp("Resources:\n" + resources)).alwaysOn().stream()
                .map(entry -> "%s %s %s"
                        .formatted(
                                entry.units().isPresent() ? entry.units().getAsInt() : "?",
                                entry.unit(),
                                entry.resource()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWS::EC2::NatGateway | {} | 1 NAT gateway It",
                "AWS::EC2::VPCEndpoint | { VpcEndpointType: Interface } | 1 interface endpoint It",
                "AWS::ElasticLoadBalancingV2::LoadBalancer | {} | 1 load balancer It",
                "AWS::EKS::Cluster | {} | 1 control plane It",
                "AWS::EC2::Instance | { InstanceType: t4g.small } | 1 instance It",
                "AWS::EC2::Instance | { InstanceType: x9z.huge } | 1 instance It",
                "AWS::AutoScaling::AutoScalingGroup | { MinSize: '1', DesiredCapacity: '3', MaxSize: '5' } | 3 instance It",
                "AWS::AutoScaling::AutoScalingGroup | { MinSize: !ImportValue few, MaxSize: '5' } | ? instance It",
                "AWS::EKS::Nodegroup | { ScalingConfig: { MinSize: 2, MaxSize: 5 } } | 2 node It",
                "AWS::ECS::Service | { LaunchType: EC2, DesiredCount: 2 } | 2 task It",
                "AWS::Batch::ComputeEnvironment | { ComputeResources: { MinvCpus: 4 } } | 4 vCPU It",
                "AWS::RDS::DBInstance | {} | 1 database instance It",
                "AWS::ElastiCache::CacheCluster | { NumCacheNodes: 2 } | 2 cache node It",
                "AWS::Kinesis::Stream | { ShardCount: 3 } | 3 shard It",
                "AWS::MSK::Cluster | { NumberOfBrokerNodes: !ImportValue brokers } | ? broker It",
            })
    void is(String type, String properties, String found) {
        assertEquals(List.of(found), in("  It: { Type: '%s', Properties: %s }".formatted(type, properties)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWS::EC2::VPCEndpoint | { VpcEndpointType: Gateway }",
                "AWS::EC2::VPCEndpoint | {}",
                "AWS::AutoScaling::AutoScalingGroup | { MinSize: '0', MaxSize: '5' }",
                "AWS::ECS::Service | { LaunchType: EC2, DesiredCount: 0 }",
                "AWS::Batch::ComputeEnvironment | { ComputeResources: { MinvCpus: 0 } }",
                "AWS::Batch::ComputeEnvironment | { Type: UNMANAGED }",
                "AWS::Kinesis::Stream | { StreamModeDetails: { StreamMode: ON_DEMAND } }",
                "AWS::Lambda::Function | { MemorySize: 128 }",
                "AWS::DynamoDB::Table | {}",
            })
    void isNot(String type, String properties) {
        assertEquals(List.of(), in("  It: { Type: '%s', Properties: %s }".formatted(type, properties)));
    }

    @Test
    void isWhatAFunctionKeepsWarm() {
        assertEquals(List.of("5 provisioned environment Answer"), in("""
                  Answer: { Type: 'AWS::Lambda::Function' }
                  Live:
                    Type: AWS::Lambda::Alias
                    Properties:
                      FunctionName: !Ref Answer
                      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 5 }
                """));
    }

    /** On Fargate the base is on demand and the rest on Spot, and it is one service all the same. */
    @Test
    void isAServiceOnce() {
        assertEquals(List.of("3 task Service"), in("""
                  Task:
                    Type: AWS::ECS::TaskDefinition
                    Properties: { Cpu: '256', Memory: '512', RequiresCompatibilities: [FARGATE] }
                  Service:
                    Type: AWS::ECS::Service
                    Properties:
                      TaskDefinition: !Ref Task
                      DesiredCount: 3
                      CapacityProviderStrategy:
                        - { CapacityProvider: FARGATE, Base: 1, Weight: 0 }
                        - { CapacityProvider: FARGATE_SPOT, Weight: 1 }
                """));
    }
}
