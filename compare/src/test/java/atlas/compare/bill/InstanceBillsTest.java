package atlas.compare.bill;

import static atlas.compare.bill.Billed.asked;
import static atlas.compare.bill.Billed.assertUsd;
import static atlas.compare.bill.Billed.during;
import static atlas.compare.bill.Billed.formula;
import static atlas.compare.bill.Billed.idle;
import static atlas.compare.bill.Billed.items;
import static atlas.compare.bill.Billed.notPriced;
import static atlas.compare.bill.Billed.under;
import static atlas.compare.bill.Billed.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Prices of us-east-1, written out: t3.micro 0.0104, t4g.small 0.0168, m7g.large 0.0816, gp3 0.08, public IPv4 0.005. */
class InstanceBillsTest {
    private static final String SERVER = """
              Subnet: {Type: AWS::EC2::Subnet, Properties: {MapPublicIpOnLaunch: true}}
              Server:
                Type: AWS::EC2::Instance
                Properties:
                  InstanceType: t3.micro
                  SubnetId: !Ref Subnet
                  BlockDeviceMappings: [{DeviceName: /dev/xvda, Ebs: {VolumeType: gp3, VolumeSize: 20}}]
            """;

    private static final String ELASTIC = """
              Ip: {Type: AWS::EC2::EIP, Properties: {InstanceId: !Ref Server}}
            """;

    private static String group(String type, int min, String more) {
        return """
              Private: {Type: AWS::EC2::Subnet}
              Launch:
                Type: AWS::EC2::LaunchTemplate
                Properties:
                  LaunchTemplateData:
                    InstanceType: %s
                    BlockDeviceMappings: [{DeviceName: /dev/xvda, Ebs: {VolumeType: gp3, VolumeSize: 10}}]
              Group:
                Type: AWS::AutoScaling::AutoScalingGroup
                Properties: {MinSize: %d, MaxSize: 9, VPCZoneIdentifier: [!Ref Private], %s}
            """.formatted(type, min, more);
    }

    private static String group(String type, int min) {
        return group(type, min, "LaunchTemplate: {LaunchTemplateId: !Ref Launch, Version: '1'}");
    }

    @Test
    void isAnInstanceADiskAndAnAddress() {
        Bill bill = idle(SERVER + ELASTIC);

        assertUsd(730 * 0.0104 + 20 * 0.08, bill.total(Group.ALWAYS_ON));
        assertUsd(730 * 0.005, bill.total(Group.OFTEN_FORGOTTEN));
        assertEquals("1 instance x 730 h x 0.0104", formula(bill, "t3.micro On-Demand"));
        assertEquals("1 instance x 20 GB x 0.08", formula(bill, "EBS gp3"));
        assertTrue(bill.isComplete());
    }

    /** The Elastic IP takes the place of the address that the subnet gave. */
    @Test
    void countsAnAddressOnce() {
        assertEquals("730 h x 0.005", formula(idle(SERVER + ELASTIC), "public IPv4"));
        assertEquals("1 instance x 730 h x 0.005", formula(idle(SERVER), "public IPv4"));
    }

    /** 10 GB, out of whatever address it has. */
    @Test
    void sendsItsAnswersOutOfItsAddress() {
        assertUsd(10 * 0.09, usd(under(SERVER, asked(10_000, 1, 1_000_000)), "data out"));
        assertUsd(10 * 0.09, usd(under(SERVER + ELASTIC, asked(10_000, 1, 1_000_000)), "data out"));

        Bill open = under(SERVER.replace("!Ref Subnet", "!Ref Elsewhere"), asked(10_000, 1, 1_000_000));
        assertEquals(
                "public IPv4: whether its subnet gives it one is not in the template; "
                        + "data out: whether it has a public address is not in the template",
                notPriced(open));
    }

    @Test
    void isNotCompleteWhereAnAddressIsLeftOpen() {
        Bill bill = idle(SERVER.replace("!Ref Subnet", "!Ref Elsewhere"));

        assertEquals("public IPv4: whether its subnet gives it one is not in the template", notPriced(bill));
        assertUsd(730 * 0.0104 + 20 * 0.08, bill.total());
        assertFalse(bill.isComplete());
    }

    /** 60 of 168 hours. A stopped instance keeps its disk and its Elastic IP, and loses an address that the subnet gave. */
    @Test
    void keepsItsDiskInOfficeHours() {
        double hours = 730 * 60 / 168.0;

        Bill stopped = under(SERVER, during(Running.OFFICE_HOURS));
        assertUsd(hours * 0.0104, usd(stopped, "t3.micro On-Demand"));
        assertUsd(20 * 0.08, usd(stopped, "EBS gp3"));
        assertUsd(hours * 0.005, usd(stopped, "public IPv4"));
        assertUsd(730 * 0.005, usd(under(SERVER + ELASTIC, during(Running.OFFICE_HOURS)), "public IPv4"));
    }

    @Test
    void deletesItsDisksWithItsInstancesInAGroup() {
        Bill bill = under(group("t4g.small", 2), during(Running.OFFICE_HOURS));

        assertUsd(2 * (730 * 60 / 168.0) * 0.0168, usd(bill, "t4g.small On-Demand"));
        assertUsd(2 * 10 * (60 / 168.0) * 0.08, usd(bill, "EBS gp3"));
    }

    @Test
    void chargesWhatADiskIsFasterThanItsType() {
        assertUsd(
                100 * 0.08 + (4000 - 3000) * 0.005 + (250 - 125) * 0.04,
                idle("  V: {Type: AWS::EC2::Volume, Properties: {Size: 100, VolumeType: gp3, Iops: 4000, Throughput: 250}}\n")
                        .total());
        assertUsd(
                50 * 0.125 + 1000 * 0.065,
                idle("  V: {Type: AWS::EC2::Volume, Properties: {Size: 50, VolumeType: io1, Iops: 1000}}\n")
                        .total());
        assertUsd(
                100 * 0.10,
                idle("  V: {Type: AWS::EC2::Volume, Properties: {Size: 100}}\n").total());
    }

    /** t3.micro may use a tenth of its two vCPU for ever: 0.8 busy ones less 0.2, at 0.05 a vCPU-hour. */
    @Test
    void chargesCreditsAboveTheBaseline() {
        Bill bill = under(SERVER, asked(8 * 730 * 3600, 100, 0));

        assertUsd(730 * (0.8 - 0.2) * 0.05, usd(bill, "CPU credits"));
        assertEquals("438 vCPU-hours above the baseline x 0.05", formula(bill, "CPU credits"));
        assertFalse(items(under(SERVER, asked(2 * 730 * 3600, 100, 0))).contains("CPU credits"));
        assertFalse(items(under(group("m7g.large", 1), asked(8 * 730 * 3600, 100, 0)))
                .contains("CPU credits"));
    }

    /** Managed instances of ECS: 12 % of the On-Demand price, though the instance itself is on Spot. */
    @Test
    void takesAFeeOfTheOnDemandPriceOnSpotToo() {
        Bill bill = idle("""
                  Task: {Type: AWS::ECS::TaskDefinition, Properties: {Cpu: 1024}}
                  Service:
                    Type: AWS::ECS::Service
                    Properties:
                      TaskDefinition: !Ref Task
                      DesiredCount: 3
                      CapacityProviderStrategy: [{CapacityProvider: !Ref Provider}]
                  Provider:
                    Type: AWS::ECS::CapacityProvider
                    Properties:
                      ManagedInstancesProvider:
                        InstanceLaunchTemplate:
                          CapacityOptionType: SPOT
                          InstanceRequirements: {AllowedInstanceTypes: [m7g.large]}
                          StorageConfiguration: {StorageSizeGiB: 30}
                """);

        assertUsd(2 * 730 * 0.0367, usd(bill, "m7g.large on Spot"));
        assertUsd(2 * 730 * 0.0816 * 0.12, usd(bill, "management fee"));
        assertUsd(2 * 30 * 0.08, usd(bill, "EBS gp3"));
    }

    /** Lambda's: three instances at least, 15 % on top, 0.20 a million calls, and no duration. */
    @Test
    void takesAFeeOfInstancesThatLambdaManages() {
        Bill bill = under("""
                  Provider:
                    Type: AWS::Lambda::CapacityProvider
                    Properties: {InstanceRequirements: {AllowedInstanceTypes: [c7g.xlarge]}}
                  Answer:
                    Type: AWS::Lambda::Function
                    Properties: {MemorySize: 2048, CapacityProviderConfig: {Arn: !GetAtt Provider.Arn}}
                  Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !GetAtt Answer.Arn}}
                """, asked(3_000_000, 10, 0));

        assertUsd(3 * 730 * 0.145, usd(bill, "c7g.xlarge On-Demand"));
        assertUsd(3 * 730 * 0.02175, usd(bill, "management fee"));
        assertUsd(3 * 0.20, usd(bill, "calls"));
        assertEquals("c7g.xlarge On-Demand, calls, management fee", items(bill));
    }
}
