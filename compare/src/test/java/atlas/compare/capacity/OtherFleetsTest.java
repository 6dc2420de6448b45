package atlas.compare.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.capacity.Machine.Address;
import atlas.compare.capacity.Machine.Bundle;
import atlas.compare.capacity.Machine.Instance;
import atlas.compare.capacity.Machine.Share;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherFleetsTest {
    /** A pod runs on any node; what comes on top of the fewest comes on Spot. */
    @Test
    void isTheNodesOfAllGroupsTogether() {
        Fleet fleet = Found.fleet("""
                  Stable:
                    Type: AWS::EKS::Nodegroup
                    Properties: {InstanceTypes: [m7g.large], ScalingConfig: {MinSize: 1, DesiredSize: 2, MaxSize: 3}}
                  Cheap:
                    Type: AWS::EKS::Nodegroup
                    Properties:
                      InstanceTypes: [t4g.large, t4g.xlarge]
                      CapacityType: SPOT
                      ScalingConfig: {MinSize: 1, MaxSize: 10}
                """);

        assertEquals("node", fleet.unit());
        assertEquals(3, fleet.min());
        assertEquals(OptionalInt.of(13), fleet.max());
        assertEquals(List.of("2 + 0/1", "spot 1 + 1/1"), FargateTest.shares(fleet));
    }

    @Test
    void isNodesOfEksDefaultsWhereAGroupSaysNothing() {
        Fleet fleet = Found.fleet("  Group: {Type: AWS::EKS::Nodegroup}\n");

        Instance node = (Instance) fleet.shares().get(0).machine();
        assertEquals("t3.medium", node.type());
        assertEquals(BigDecimal.valueOf(20), node.volumes().get(0).gib());
        assertEquals(1, fleet.min());
        assertEquals(OptionalInt.of(2), fleet.max());
    }

    /** One that cannot be read does not hide the others. */
    @Test
    void isTheNodesOfTheGroupsThatCanBeRead() {
        String groups = """
                  Known: {Type: AWS::EKS::Nodegroup, Properties: {InstanceTypes: [m5.large]}}
                  Other: {Type: AWS::EKS::Nodegroup, Properties: {InstanceTypes: !Ref Types}}
                """;

        assertEquals(1, Found.fleet(groups).shares().size());
        assertEquals(
                "its InstanceTypes is {\"Ref\":\"Types\"}, which only a deployment knows",
                Found.leftOpen("Other", groups));
    }

    @Test
    void isInstancesOfAppRunner() {
        Fleet fleet = Found.fleet("""
                  Scaling:
                    Type: AWS::AppRunner::AutoScalingConfiguration
                    Properties: {MinSize: 2, MaxSize: 6}
                  Service:
                    Type: AWS::AppRunner::Service
                    Properties:
                      InstanceConfiguration: {Cpu: 0.5 vCPU, Memory: 1 GB}
                      AutoScalingConfigurationArn: !GetAtt Scaling.AutoScalingConfigurationArn
                """);

        assertEquals(0, new BigDecimal("0.5").compareTo(fleet.vcpu()));
        assertEquals(1024, fleet.memoryMiB());
        assertEquals(2, fleet.min());
        assertEquals(OptionalInt.of(6), fleet.max());
    }

    @Test
    void isInstancesOfAppRunnersDefaults() {
        Fleet fleet = Found.fleet("  Service: {Type: AWS::AppRunner::Service}\n");

        assertEquals(0, BigDecimal.ONE.compareTo(fleet.vcpu()));
        assertEquals(2048, fleet.memoryMiB());
        assertEquals(1, fleet.min());
        assertEquals(OptionalInt.of(25), fleet.max());
    }

    @Test
    void isTasksOfExpressMode() {
        Fleet fleet = Found.fleet("""
                  Service:
                    Type: AWS::ECS::ExpressGatewayService
                    Properties:
                      Cpu: 512
                      Memory: 1024
                      ScalingTarget: {MinTaskCount: 2, MaxTaskCount: 5, AutoScalingTargetValue: 50}
                """);

        assertEquals(0, new BigDecimal("0.5").compareTo(fleet.vcpu()));
        assertEquals(2, fleet.min());
        assertEquals(OptionalInt.of(5), fleet.max());
        assertEquals(new Scaling(Optional.of(new BigDecimal("0.5")), Optional.empty()), fleet.scaling());
        assertEquals(Address.PUBLIC, fleet.shares().get(0).machine().address());
    }

    @ParameterizedTest
    @CsvSource({
        "'Container, Properties: {Power: nano, Scale: 3}', 0.25, 512, 3, lightsail:container:nano-1",
        "'Instance, Properties: {BundleId: medium_3_0}', 2, 4096, 1, lightsail:instance:medium",
        "'Instance, Properties: {BundleId: small_3_0}', 2, 2048, 1, lightsail:instance:small_3_0",
    })
    void isWhatLightsailSellsByTheMonth(String resource, BigDecimal vcpu, int memoryMiB, int count, String key) {
        Fleet fleet = Found.fleet("  A: {Type: AWS::Lightsail::%s}\n".formatted(resource));

        assertEquals(0, vcpu.compareTo(fleet.vcpu()));
        assertEquals(memoryMiB, fleet.memoryMiB());
        assertEquals(count, fleet.min());
        assertEquals(new Bundle(key), fleet.shares().get(0).machine());
    }

    @Test
    void isLeftOpenForABundleOfAnotherGeneration() {
        assertEquals(
                "a size called medium_2_0 is not known here",
                Found.leftOpen("A", "  A: {Type: AWS::Lightsail::Instance, Properties: {BundleId: medium_2_0}}\n"));
    }

    @Test
    void isInstancesThatLambdaManages() {
        Fleet fleet = Found.fleet(managedByLambda("m7g.xlarge"));

        Share share = fleet.shares().get(0);
        assertEquals(3, fleet.min());
        assertEquals(OptionalInt.of(5), fleet.max(), "20 vCPU are five instances of four");
        assertEquals("Provider", share.resource().name().id());
        assertEquals(Optional.of("lambda:managed-instances:fee"), ((Instance) share.machine()).feeKey());
    }

    @Test
    void isLeftOpenWhereLambdaChoosesTheInstances() {
        assertEquals(
                "Lambda chooses its instances, so their types are not in the template",
                Found.leftOpen("Provider", managedByLambda("m*")));
    }

    private static String managedByLambda(String type) {
        return """
              Provider:
                Type: AWS::Lambda::CapacityProvider
                Properties:
                  InstanceRequirements: {AllowedInstanceTypes: ['%s']}
                  CapacityProviderScalingConfig: {MaxVCpuCount: 20}
              Answer:
                Type: AWS::Lambda::Function
                Properties:
                  CapacityProviderConfig:
                    LambdaManagedInstancesCapacityProviderConfig: {CapacityProviderArn: !GetAtt Provider.Arn}
            """.formatted(type);
    }
}
