package atlas.compare.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.capacity.Machine.Address;
import atlas.compare.capacity.Machine.Instance;
import atlas.compare.capacity.Machine.Tenancy;
import atlas.compare.capacity.Machine.Volume;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstancesTest {
    private static final String SUBNETS = """
              Public: {Type: AWS::EC2::Subnet, Properties: {MapPublicIpOnLaunch: true}}
              Private: {Type: AWS::EC2::Subnet}
            """;

    private static String instance(String properties) {
        return SUBNETS
                + "  Server: {Type: AWS::EC2::Instance, Properties: {InstanceType: t3.micro, %s}}\n"
                        .formatted(properties);
    }

    private static Instance machine(String resources) {
        return (Instance) Found.fleet(resources).shares().get(0).machine();
    }

    @Test
    void isAFleetOfOneWhereItStandsAlone() {
        Fleet fleet = Found.fleet(instance("SubnetId: !Ref Private"));

        assertEquals("instance", fleet.unit());
        assertEquals(BigDecimal.valueOf(2), fleet.vcpu());
        assertEquals(1024, fleet.memoryMiB());
        assertEquals(1, fleet.min());
        assertEquals(OptionalInt.of(1), fleet.max());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SubnetId: !Ref Public | PUBLIC",
                "SubnetId: !Ref Private | NONE",
                "SubnetId: !Ref Elsewhere | LEFT_OPEN",
                "SubnetId: subnet-0123 | LEFT_OPEN",
                "KeyName: any | PUBLIC",
                "NetworkInterfaces: [{AssociatePublicIpAddress: true, SubnetId: !Ref Private}] | PUBLIC",
                "NetworkInterfaces: [{AssociatePublicIpAddress: false, SubnetId: !Ref Public}] | NONE",
                "NetworkInterfaces: [{AssociatePublicIpAddress: !Ref Asked, SubnetId: !Ref Public}] | LEFT_OPEN",
                "NetworkInterfaces: [{NetworkInterfaceId: !Ref Card}] | NONE",
            })
    void hasAnAddressAsItsCardOrItsSubnetHasIt(String properties, Address address) {
        assertEquals(address, machine(instance(properties)).address());
    }

    @Test
    void givesItsAddressUpForAnElasticOne() {
        String server = instance("SubnetId: !Ref Public");

        assertEquals(
                Address.ELASTIC,
                machine(server + "  Ip: {Type: AWS::EC2::EIP, Properties: {InstanceId: !Ref Server}}\n")
                        .address());
        assertEquals(
                Address.ELASTIC,
                machine(server + "  Ip: {Type: AWS::EC2::EIPAssociation, Properties: {InstanceId: !Ref Server}}\n")
                        .address());
    }

    /** Its root is as large as the image where the template does not list it. */
    @Test
    void hasTheDisksThatAreListedAndARoot() {
        assertEquals(List.of(volume("gp3", 8)), machine(instance("KeyName: a")).volumes());
        assertEquals(
                List.of(volume("gp3", 20)),
                machine(
                                instance(
                                        "BlockDeviceMappings: [{DeviceName: /dev/xvda, Ebs: {VolumeType: gp3, VolumeSize: 20}}]"))
                        .volumes());
        assertEquals(
                List.of(volume("gp3", 8), volume("gp2", 100)),
                machine(instance("BlockDeviceMappings: [{DeviceName: /dev/sdf, Ebs: {VolumeSize: 100}}]"))
                        .volumes());
    }

    @ParameterizedTest
    @CsvSource({"dedicated, DEDICATED", "host, HOST", "default, SHARED"})
    void isOnTheHardwareThatItAsksFor(String written, Tenancy tenancy) {
        assertEquals(tenancy, machine(instance("Tenancy: " + written)).tenancy());
    }

    @Test
    void isLaunchedByATemplate() {
        Fleet fleet = Found.fleet(SUBNETS + """
              Template:
                Type: AWS::EC2::LaunchTemplate
                Properties:
                  LaunchTemplateData:
                    InstanceType: m7g.large
                    BlockDeviceMappings: [{DeviceName: /dev/xvda, Ebs: {VolumeSize: 30, VolumeType: gp3}}]
              Group:
                Type: AWS::AutoScaling::AutoScalingGroup
                Properties:
                  MinSize: '1'
                  MaxSize: '4'
                  DesiredCapacity: '2'
                  VPCZoneIdentifier: [!Ref Private]
                  LaunchTemplate: {LaunchTemplateId: !Ref Template, Version: '1'}
            """);

        assertEquals(2, fleet.min());
        assertEquals(OptionalInt.of(4), fleet.max());
        Instance machine = (Instance) fleet.shares().get(0).machine();
        assertEquals("m7g.large", machine.type());
        assertEquals(List.of(volume("gp3", 30)), machine.volumes());
        assertEquals(Address.NONE, machine.address());
    }

    /** What it was told to start with does not last: idle, it goes down to its fewest. */
    @Test
    void shrinksToItsFewestWhereItTracksATarget() {
        Fleet fleet = Found.fleet("""
                  Group:
                    Type: AWS::AutoScaling::AutoScalingGroup
                    Properties: {MinSize: 1, MaxSize: 4, DesiredCapacity: 3, InstanceId: i, LaunchConfigurationName: !Ref Old}
                  Old:
                    Type: AWS::AutoScaling::LaunchConfiguration
                    Properties: {InstanceType: t3.small, AssociatePublicIpAddress: true}
                  Cpu:
                    Type: AWS::AutoScaling::ScalingPolicy
                    Properties:
                      AutoScalingGroupName: !Ref Group
                      TargetTrackingConfiguration:
                        TargetValue: 50
                        PredefinedMetricSpecification: {PredefinedMetricType: ASGAverageCPUUtilization}
                """);

        assertEquals(1, fleet.min());
        assertEquals(new BigDecimal("0.5"), fleet.scaling().cpuTarget().orElseThrow());
        assertEquals(Address.PUBLIC, fleet.shares().get(0).machine().address());
    }

    @Test
    void mixesOnDemandAndSpot() {
        Fleet fleet = Found.fleet("""
                  Template: {Type: AWS::EC2::LaunchTemplate, Properties: {LaunchTemplateData: {InstanceType: t4g.micro}}}
                  Group:
                    Type: AWS::AutoScaling::AutoScalingGroup
                    Properties:
                      MinSize: 4
                      MaxSize: 10
                      MixedInstancesPolicy:
                        InstancesDistribution: {OnDemandBaseCapacity: 1, OnDemandPercentageAboveBaseCapacity: 25}
                        LaunchTemplate:
                          LaunchTemplateSpecification: {LaunchTemplateId: !Ref Template, Version: '1'}
                          Overrides: [{InstanceType: t4g.small}, {InstanceType: t4g.medium}]
                """);

        assertEquals(List.of("1 + 25/100", "spot 0 + 75/100"), FargateTest.shares(fleet));
        assertEquals("t4g.small", ((Instance) fleet.shares().get(0).machine()).type());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "KeyName: a | its instance type is not in the template",
                "InstanceType: !Ref Type | its InstanceType is {\"Ref\":\"Type\"}, which only a deployment knows",
                "InstanceType: x9.huge | instances of type x9.huge are not known here",
                "InstanceType: t3.nano, BlockDeviceMappings: !Ref Disks |"
                        + " its BlockDeviceMappings is {\"Ref\":\"Disks\"}, which only a deployment knows",
                "InstanceType: t3.nano, Tenancy: !Ref Where |"
                        + " its Tenancy is {\"Ref\":\"Where\"}, which only a deployment knows",
            })
    void isLeftOpenWhereTheTemplateDoesNotSay(String properties, String why) {
        assertEquals(
                why,
                Found.leftOpen(
                        "Server", "  Server: {Type: AWS::EC2::Instance, Properties: {%s}}\n".formatted(properties)));
    }

    private static Volume volume(String type, int gib) {
        return new Volume(type, BigDecimal.valueOf(gib), BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
