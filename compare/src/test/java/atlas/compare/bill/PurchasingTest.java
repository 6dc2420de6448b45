package atlas.compare.bill;

import static atlas.compare.bill.Billed.asked;
import static atlas.compare.bill.Billed.assertUsd;
import static atlas.compare.bill.Billed.bought;
import static atlas.compare.bill.Billed.formula;
import static atlas.compare.bill.Billed.idle;
import static atlas.compare.bill.Billed.items;
import static atlas.compare.bill.Billed.notPriced;
import static atlas.compare.bill.Billed.under;
import static atlas.compare.bill.Billed.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.prices.Confidence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How capacity is bought: On-Demand, Spot, reserved, in plans, on hardware of its own. Prices of us-east-1, written out. */
class PurchasingTest {
    private static final String SERVER = """
              Subnet: {Type: AWS::EC2::Subnet, Properties: {MapPublicIpOnLaunch: true}}
              Server:
                Type: AWS::EC2::Instance
                Properties:
                  InstanceType: t3.micro
                  SubnetId: !Ref Subnet
                  BlockDeviceMappings: [{DeviceName: /dev/xvda, Ebs: {VolumeType: gp3, VolumeSize: 20}}]
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AS_WRITTEN | t3.medium On-Demand | 0.0416",
                "ON_DEMAND | t3.medium On-Demand | 0.0416",
                "RESERVED_1Y | t3.medium reserved for 1 year | 0.0261",
                "RESERVED_3Y | t3.medium reserved for 3 years | 0.018",
                "SAVINGS_PLAN_1Y | t3.medium Savings Plan | 0.028288",
                "SAVINGS_PLAN_3Y | t3.medium Savings Plan | 0.01456",
            })
    void isBoughtAsAsked(PurchaseModel model, String item, double hour) {
        Bill bill = under(group("t3.medium", 2), bought(model));

        assertUsd(2 * 730 * hour, usd(bill, item));
        assertTrue(bill.isComplete());
    }

    /** An estimate of AWS's own, not a price: the bill says so. */
    @Test
    void isAsSureAsItsLeastSurePrice() {
        assertEquals(
                Confidence.READ,
                under(group("t3.medium", 1), bought(PurchaseModel.ON_DEMAND)).confidence());
        assertEquals(
                Confidence.ESTIMATE,
                under(group("t3.medium", 1), bought(PurchaseModel.SAVINGS_PLAN_1Y))
                        .confidence());
    }

    /** A commitment is paid for all hours, whether the instance runs or not. */
    @Test
    void paysACommitmentInAllHours() {
        Terms terms = new Terms(
                bought(PurchaseModel.RESERVED_1Y).prices(),
                bought(PurchaseModel.RESERVED_1Y).workload(),
                PurchaseModel.RESERVED_1Y,
                Running.OFFICE_HOURS,
                List.of(),
                false);

        assertUsd(730 * 0.0261, usd(under(group("t3.medium", 1), terms), "t3.medium reserved for 1 year"));
    }

    /** It covers what is always there: at 10 requests a second of 400 ms two instances of two vCPU, and one came for them. */
    @Test
    void commitsToWhatIsAlwaysThereAlone() {
        Terms terms = new Terms(
                bought(PurchaseModel.RESERVED_1Y).prices(),
                asked(10 * 730 * 3600, 400, 0),
                PurchaseModel.RESERVED_1Y,
                Running.ALWAYS,
                List.of(),
                false);
        Bill bill = under(group("t3.medium", 1), terms);

        assertUsd(730 * 0.0261, usd(bill, "t3.medium reserved for 1 year"));
        assertUsd(730 * 0.0416, usd(bill, "t3.medium On-Demand"));
        assertEquals("730 instance-hours x 0.0416", formula(bill, "t3.medium On-Demand"));
    }

    @Test
    void isPartlyOnSpotWhereTheTemplateMixes() {
        String mixed = group("t4g.small", 4, """
                MixedInstancesPolicy: {
                  InstancesDistribution: {OnDemandBaseCapacity: 1, OnDemandPercentageAboveBaseCapacity: 0},
                  LaunchTemplate: {LaunchTemplateSpecification: {LaunchTemplateId: !Ref Launch, Version: '1'}}}
                """);
        Bill bill = idle(mixed);

        assertUsd(730 * 0.0168, usd(bill, "t4g.small On-Demand"));
        assertUsd(3 * 730 * 0.0075, usd(bill, "t4g.small on Spot"));
        assertUsd(4 * 730 * 0.0168, usd(under(mixed, bought(PurchaseModel.ON_DEMAND)), "t4g.small On-Demand"));
        assertUsd(4 * 730 * 0.0075, usd(under(mixed, bought(PurchaseModel.SPOT)), "t4g.small on Spot"));
    }

    @ParameterizedTest
    @CsvSource({
        "SPOT, 't3.micro on Spot: no price ec2:spot:linux:t3.micro in us-east-1'",
        "RESERVED_3Y, 't3.micro reserved for 3 years: no price ec2:ri:standard:3y:no-upfront:t3.micro in us-east-1'",
        "DEDICATED_HOST, 't3 host: no price ec2:dedicated-host:t3 in us-east-1'",
        "DEDICATED_INSTANCE, t3.micro: no price for a dedicated instance",
    })
    void isNotPricedWhereNobodyKnowsThePrice(PurchaseModel model, String why) {
        assertEquals(why, notPriced(under(SERVER, bought(model))));
    }

    /** Once, however many dedicated instances there are. */
    @Test
    void paysTheRegionFeeOnce() {
        Bill bill = idle(SERVER.replace("InstanceType", "Tenancy: dedicated\n      InstanceType")
                + group("t4g.small", 2, "LaunchTemplate: {LaunchTemplateId: !Ref Launch, Version: '1'}")
                        .replace("InstanceType", "Placement: {Tenancy: dedicated}\n        InstanceType"));

        assertUsd(730 * 2.0, usd(bill, "fee for dedicated instances"));
        assertEquals(2, bill.notPriced().size());
    }

    @Test
    void paysAHostInsteadOfWhatRunsOnIt() {
        String host = "  Host: {Type: AWS::EC2::Host, Properties: {InstanceType: c5.large}}\n";
        String server = SERVER.replace("InstanceType: t3.micro", "InstanceType: c5.large\n      Tenancy: host");

        Bill bill = idle(host + server);
        assertUsd(730 * 3.366 + 20 * 0.08, bill.total(Group.ALWAYS_ON));
        assertEquals("EBS gp3, c5 host, public IPv4", items(bill));
        assertEquals("the host that it is on is not in the template", notPriced(idle(server)));
    }

    @Test
    void buysOneHostForAllThatAGroupBrings() {
        Bill bill = under(group("c5.large", 3), bought(PurchaseModel.DEDICATED_HOST));

        assertUsd(730 * 3.366, usd(bill, "c5 host"));
    }
}
