package atlas.compare.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.capacity.Machine.Address;
import atlas.compare.capacity.Machine.Share;
import atlas.compare.capacity.Machine.Task;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FargateTest {
    private static final String TASK = """
              Task:
                Type: AWS::ECS::TaskDefinition
                Properties: {Cpu: 512, Memory: 1024, RequiresCompatibilities: [FARGATE]}
            """;

    private static String service(String properties) {
        return TASK + """
              Service:
                Type: AWS::ECS::Service
                Properties: {TaskDefinition: !Ref Task, %s}
            """.formatted(properties);
    }

    @Test
    void isAFleetOfTasks() {
        Fleet fleet = Found.fleet(service("LaunchType: FARGATE, DesiredCount: 3"));

        assertEquals("task", fleet.unit());
        assertEquals(new BigDecimal("0.5"), fleet.vcpu());
        assertEquals(1024, fleet.memoryMiB());
        assertEquals(3, fleet.min());
        assertEquals(OptionalInt.of(3), fleet.max());
        assertEquals(
                new Task(false, new BigDecimal("0.5"), BigDecimal.ONE, BigDecimal.valueOf(20), Address.NONE),
                fleet.shares().get(0).machine());
    }

    @ParameterizedTest
    @CsvSource({
        "256, 512, 0.25, 512",
        "'''.25 vCPU''', '''0.5 GB''', 0.25, 512",
        "'''1 vCPU''', '''2GB''', 1, 2048",
        "'''0.5 vcpu''', 2048, 0.5, 2048",
        "16384, 122880, 16, 122880"
    })
    void isAsBigAsItIsWritten(String cpu, String memory, BigDecimal vcpu, int memoryMiB) {
        Fleet fleet = Found.fleet(service("LaunchType: FARGATE")
                .replace("Cpu: 512", "Cpu: " + cpu)
                .replace("Memory: 1024", "Memory: " + memory));

        assertEquals(0, vcpu.compareTo(fleet.vcpu()));
        assertEquals(memoryMiB, fleet.memoryMiB());
    }

    /** Two always On-Demand, of the rest three in four on Spot. */
    @Test
    void mixesOnDemandAndSpotByItsStrategy() {
        Fleet fleet = Found.fleet(service("""
                CapacityProviderStrategy: [
                  {CapacityProvider: FARGATE, Base: 2, Weight: 1}, {CapacityProvider: FARGATE_SPOT, Weight: 3}]
                """));

        assertEquals(List.of("2 + 1/4", "spot 0 + 3/4"), shares(fleet));
    }

    @Test
    void takesTheStrategyOfItsCluster() {
        String cluster = """
                  Cluster:
                    Type: AWS::ECS::Cluster
                    Properties: {DefaultCapacityProviderStrategy: [{CapacityProvider: FARGATE_SPOT, Weight: 1}]}
                """;
        Fleet fleet = Found.fleet(cluster + service("Cluster: !Ref Cluster"));

        assertEquals(List.of("spot 0 + 1/1"), shares(fleet));
        assertEquals(
                List.of("0 + 1/1"),
                shares(Found.fleet(cluster + service("Cluster: !Ref Cluster, LaunchType: FARGATE"))));
    }

    @Test
    void takesTheStrategyThatIsAssociatedWithItsCluster() {
        Fleet fleet = Found.fleet("""
                  Cluster: {Type: AWS::ECS::Cluster}
                  Providers:
                    Type: AWS::ECS::ClusterCapacityProviderAssociations
                    Properties:
                      Cluster: !Ref Cluster
                      DefaultCapacityProviderStrategy: [{CapacityProvider: FARGATE_SPOT}]
                """ + service("Cluster: !Ref Cluster"));

        assertEquals(List.of("spot 0 + 0/0"), shares(fleet));
    }

    @Test
    void scalesBetweenTheBoundsOfItsTarget() {
        Fleet fleet = Found.fleet(service("LaunchType: FARGATE, DesiredCount: 2") + """
                  Target:
                    Type: AWS::ApplicationAutoScaling::ScalableTarget
                    Properties: {MinCapacity: 1, MaxCapacity: 8, ResourceId: !Sub 'service/c/${Service.Name}'}
                  Cpu:
                    Type: AWS::ApplicationAutoScaling::ScalingPolicy
                    Properties:
                      ScalingTargetId: !Ref Target
                      TargetTrackingScalingPolicyConfiguration:
                        TargetValue: 60
                        PredefinedMetricSpecification: {PredefinedMetricType: ECSServiceAverageCPUUtilization}
                  Requests:
                    Type: AWS::ApplicationAutoScaling::ScalingPolicy
                    Properties:
                      ScalingTargetId: !Ref Target
                      TargetTrackingScalingPolicyConfiguration:
                        TargetValue: 600
                        PredefinedMetricSpecification: {PredefinedMetricType: ALBRequestCountPerTarget}
                """);

        assertEquals(1, fleet.min());
        assertEquals(OptionalInt.of(8), fleet.max());
        assertEquals(new Scaling(Optional.of(new BigDecimal("0.6")), Optional.of(BigDecimal.TEN)), fleet.scaling());
    }

    @Test
    void isScaledByATargetThatSpellsItsNameOut() {
        Fleet fleet = Found.fleet(service("LaunchType: FARGATE, ServiceName: shop") + """
                  Target:
                    Type: AWS::ApplicationAutoScaling::ScalableTarget
                    Properties: {MinCapacity: 2, MaxCapacity: 8, ResourceId: service/main/shop}
                """);

        assertEquals(2, fleet.min());
    }

    @ParameterizedTest
    @CsvSource({"ENABLED, PUBLIC", "DISABLED, NONE", "!Ref Public, LEFT_OPEN"})
    void hasAnAddressWhereItAsksForOne(String assigned, Address address) {
        Fleet fleet = Found.fleet(
                service("LaunchType: FARGATE, NetworkConfiguration: {AwsvpcConfiguration: {AssignPublicIp: %s}}"
                        .formatted(assigned)));

        assertEquals(address, fleet.shares().get(0).machine().address());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DesiredCount: !Ref Count | its DesiredCount is {\"Ref\":\"Count\"}, which only a deployment knows",
                "DesiredCount: many | its DesiredCount is many, which is no quantity",
                "DesiredCount: -1 | its DesiredCount is -1, which is no quantity",
                "DesiredCount: 1.5 | its DesiredCount is 1.5, which is no count",
                "DesiredCount: 1000001 | its DesiredCount is 1000001, which is no count",
                "LaunchType: !Ref Launch | its LaunchType is {\"Ref\":\"Launch\"}, which only a deployment knows",
                "TaskDefinition: shop:7 | its task definition is not in the template",
            })
    void isLeftOpenWhereTheTemplateDoesNotSay(String property, String why) {
        String[] field = property.split(": ", 2);
        String properties = field[0].equals("LaunchType") ? property : "LaunchType: FARGATE, " + property;
        String resources = field[0].equals("TaskDefinition")
                ? service("LaunchType: FARGATE").replace("TaskDefinition: !Ref Task", property)
                : service(properties);

        assertEquals(why, Found.leftOpen("Service", resources));
    }

    @Test
    void isLeftOpenWhereItsSizeIsNone() {
        assertEquals(
                "its size is 0 of CPU and 1024 of memory",
                Found.leftOpen("Service", service("LaunchType: FARGATE").replace("Cpu: 512", "Cpu: 0")));
        assertEquals(
                "its size is nothing of CPU and 1024 of memory",
                Found.leftOpen("Service", service("LaunchType: FARGATE").replace("Cpu: 512, ", "")));
    }

    /** Windows costs more, and how much is not in the price book. */
    @Test
    void isLeftOpenOnWindows() {
        assertEquals(
                "tasks of WINDOWS_SERVER_2022_CORE are not known here",
                Found.leftOpen(
                        "Service",
                        service("LaunchType: FARGATE")
                                .replace(
                                        "Cpu: 512",
                                        "RuntimePlatform: {OperatingSystemFamily: WINDOWS_SERVER_2022_CORE}, Cpu: 512")));
    }

    static List<String> shares(Fleet fleet) {
        int weights = fleet.shares().stream().mapToInt(Share::weight).sum();
        return fleet.shares().stream()
                .map(share ->
                        "%s%d + %d/%d".formatted(share.spot() ? "spot " : "", share.base(), share.weight(), weights))
                .toList();
    }
}
