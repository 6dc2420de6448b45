package atlas.compare.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.capacity.Machine.Instance;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EcsOnInstancesTest {
    private static final String TASKS = """
              Small: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Cpu: 512}, {Cpu: 256}]}}
              Large: {Type: AWS::ECS::TaskDefinition, Properties: {Cpu: 1024}}
            """;

    private static final String GROUP = """
              Group:
                Type: AWS::AutoScaling::AutoScalingGroup
                Properties: {MinSize: 0, MaxSize: 5, LaunchTemplate: {LaunchTemplateId: !Ref Launch, Version: '1'}}
              Launch:
                Type: AWS::EC2::LaunchTemplate
                Properties:
                  LaunchTemplateData:
                    InstanceType: t4g.small
                    UserData: !Base64 {'Fn::Sub': 'echo ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config'}
              Cluster: {Type: AWS::ECS::Cluster}
            """;

    private static final String PROVIDER = """
              Provider:
                Type: AWS::ECS::CapacityProvider
                Properties: {AutoScalingGroupProvider: {AutoScalingGroupArn: !Ref Group}}
            """;

    /** Two tasks of 0.75 vCPU fit on an instance of two, so three of them take two instances. */
    @Test
    void isAsLargeAsItsTasksNeed() {
        Fleet fleet = Found.fleet(TASKS + GROUP + PROVIDER + service("A", "Small", 3));

        assertEquals("Group", fleet.resource().name().id());
        assertEquals(2, fleet.min());
        assertEquals(OptionalInt.of(5), fleet.max());
    }

    /** A half by the first, two whole ones by the second: three. */
    @Test
    void carriesSeveralServices() {
        Fleet fleet = Found.fleet(TASKS + GROUP + PROVIDER + service("A", "Small", 1) + service("B", "Large", 4));

        assertEquals(3, fleet.min());
    }

    @Test
    void isAsFullAsItsTasksMayBe() {
        Fleet fleet = Found.fleet(TASKS + GROUP + PROVIDER + service("A", "Large", 2) + """
              Target:
                Type: AWS::ApplicationAutoScaling::ScalableTarget
                Properties: {MinCapacity: 2, MaxCapacity: 9, ResourceId: !Sub 'service/c/${A.Name}'}
              Requests:
                Type: AWS::ApplicationAutoScaling::ScalingPolicy
                Properties:
                  ScalingTargetId: !Ref Target
                  TargetTrackingScalingPolicyConfiguration:
                    TargetValue: 1200
                    PredefinedMetricSpecification: {PredefinedMetricType: ALBRequestCountPerTarget}
            """);

        assertEquals(1, fleet.min());
        assertEquals(
                new Scaling(Optional.empty(), Optional.of(BigDecimal.valueOf(40))),
                fleet.scaling(),
                "20 a second to each of two tasks");
    }

    @Test
    void carriesTheServicesOfTheClusterThatItsInstancesRegisterWith() {
        Fleet fleet = Found.fleet(TASKS + GROUP + """
              A:
                Type: AWS::ECS::Service
                Properties: {LaunchType: EC2, Cluster: !Ref Cluster, TaskDefinition: !Ref Large, DesiredCount: 6}
            """);

        assertEquals(3, fleet.min());
    }

    @Test
    void isLeftOpenWhereNoGroupCarriesTheService() {
        String service = """
                  A: {Type: AWS::ECS::Service, Properties: {LaunchType: EC2, TaskDefinition: !Ref Large}}
                """;

        assertEquals("what its tasks run on is not in the template", Found.leftOpen("A", TASKS + service));
        assertEquals(
                "what its tasks run on is not in the template",
                Found.leftOpen("A", TASKS + service.replace("EC2", "EXTERNAL")));
    }

    @Test
    void isOnInstancesThatEcsManages() {
        Fleet fleet = Found.fleet(TASKS + managed("m7g.large") + service("A", "Large", 3));

        assertEquals("A", fleet.resource().name().id());
        assertEquals("instance", fleet.unit());
        assertEquals(2, fleet.min());
        Instance machine = (Instance) fleet.shares().get(0).machine();
        assertEquals("m7g.large", machine.type());
        assertEquals(Optional.of("ecs:managed-instances:fee"), machine.feeKey());
        assertEquals(true, fleet.shares().get(0).spot());
    }

    @Test
    void isLeftOpenWhereEcsChoosesTheInstances() {
        assertEquals(
                "ECS chooses its instances, so their types are not in the template",
                Found.leftOpen("A", TASKS + managed("m7g.*") + service("A", "Large", 3)));
    }

    private static String managed(String type) {
        return """
              Provider:
                Type: AWS::ECS::CapacityProvider
                Properties:
                  ManagedInstancesProvider:
                    InstanceLaunchTemplate:
                      CapacityOptionType: SPOT
                      InstanceRequirements: {AllowedInstanceTypes: ['c*', '%s']}
            """.formatted(type);
    }

    private static String service(String id, String task, int count) {
        return """
              %s:
                Type: AWS::ECS::Service
                Properties:
                  TaskDefinition: !Ref %s
                  DesiredCount: %d
                  CapacityProviderStrategy: [{CapacityProvider: !Ref Provider, Weight: 1}]
            """.formatted(id, task, count);
    }
}
