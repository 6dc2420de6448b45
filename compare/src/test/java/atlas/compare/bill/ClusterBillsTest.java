package atlas.compare.bill;

import static atlas.compare.bill.Billed.asked;
import static atlas.compare.bill.Billed.assertUsd;
import static atlas.compare.bill.Billed.formula;
import static atlas.compare.bill.Billed.idle;
import static atlas.compare.bill.Billed.items;
import static atlas.compare.bill.Billed.notPriced;
import static atlas.compare.bill.Billed.under;
import static atlas.compare.bill.Billed.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clusters, and the services that need none. */
class ClusterBillsTest {
    /** Control plane 0.10 an hour; two m7g.large On-Demand and one t4g.large on Spot, with 20 GB each. */
    @Test
    void isAControlPlaneAndItsNodes() {
        Bill bill = idle("""
                  Private: {Type: AWS::EC2::Subnet}
                  Cluster: {Type: AWS::EKS::Cluster}
                  Stable:
                    Type: AWS::EKS::Nodegroup
                    Properties: {Subnets: [!Ref Private], InstanceTypes: [m7g.large], ScalingConfig: {MinSize: 2, MaxSize: 4}}
                  Cheap:
                    Type: AWS::EKS::Nodegroup
                    Properties: {Subnets: [!Ref Private], InstanceTypes: [t4g.large], CapacityType: SPOT}
                """);

        assertUsd(730 * 0.10, usd(bill, "control plane"));
        assertUsd(2 * 730 * 0.0816, usd(bill, "m7g.large On-Demand"));
        assertUsd(730 * 0.0301, usd(bill, "t4g.large on Spot"));
        assertUsd(3 * 20 * 0.08, usd(bill, "EBS gp3"));
        assertEquals("2 nodes x 730 h x 0.0816", formula(bill, "m7g.large On-Demand"));
        assertEquals(List.of(), bill.notPriced());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EKS::Cluster | ComputeConfig: {Enabled: true} |"
                        + " Auto Mode chooses its instances, so neither they nor its fee are in the template",
                "EKS::Cluster | ControlPlaneScalingConfig: {Tier: tier-xl} | control plane of tier-xl: no price",
                "EKS::FargateProfile | ClusterName: a | its pods are not in the template",
                "EKS::Addon | AddonName: amazon-cloudwatch-observability |"
                        + " metrics and logs of Container Insights: their number is not in the template",
                "ECS::Cluster | ClusterSettings: [{Name: containerInsights, Value: enhanced}] |"
                        + " metrics and logs of Container Insights: their number is not in the template",
                "ECS::CapacityProvider | ManagedInstancesProvider: {InstanceLaunchTemplate: {InstanceRequirements: {}}} |"
                        + " disks of its instances: their size is not in the template",
                "EKS::Capability | Type: ACK | ack: no price eks:capability:ack in us-east-1",
                "EC2::VPC | InstanceTenancy: dedicated | what its instances cost more on hardware of their own",
                "Batch::ComputeEnvironment | ComputeResources: {Type: EC2, MinvCpus: 8, InstanceTypes: [optimal]} |"
                        + " 8 vCPU are kept, on instances called optimal",
                "CloudFormation::Stack | TemplateURL: https://example.com/a | its template is not here; it has a bill of its own",
                "ElasticBeanstalk::Environment | ApplicationName: a | the instances and the load balancer that it makes,"
                        + " which are not in the template: no price",
                "EC2::SpotFleet | SpotFleetRequestConfigData: {} | instances that it chooses itself: no price",
                "EC2::TransitGatewayAttachment | VpcId: a | hours of an attachment: no price",
                "EC2::VPNConnection | Type: ipsec.1 | hours of a connection: no price",
                "MSK::Cluster | ClusterName: a | hours of its brokers, storage: no price",
                "Acme::Own::Thing | A: b | no rule here for this type",
            })
    void isNotPricedByNameAndReason(String type, String properties, String why) {
        String prefix = type.startsWith("Acme") ? "" : "AWS::";

        assertEquals(why, notPriced(idle("  A: {Type: %s%s, Properties: {%s}}\n".formatted(prefix, type, properties))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EKS::Addon | AddonName: vpc-cni | 0",
                "ECS::Cluster | ClusterSettings: [{Name: containerInsights, Value: disabled}] | 0",
                "EKS::Capability | Type: ARGOCD | 21.90",
                "Batch::ComputeEnvironment | ComputeResources: {Type: FARGATE, MaxvCpus: 16} | 0",
                "Batch::ComputeEnvironment | ComputeResources: {Type: EC2, MinvCpus: 0, InstanceTypes: [optimal]} | 0",
                "Batch::ComputeEnvironment | ComputeResources: {Type: EC2, MinvCpus: 8, InstanceTypes: [m5.xlarge]} | 280.32",
                "Lightsail::Container | Power: small, Scale: 2 | 30",
                "Lightsail::Instance | BundleId: micro_3_0 | 7",
                "Batch::JobQueue | Priority: 1 | 0",
                "CloudFormation::CustomResource | ServiceToken: a | 0",
            })
    void paysWhatIsAlwaysThere(String type, String properties, double usd) {
        Bill bill = idle("  A: {Type: AWS::%s, Properties: {%s}}\n".formatted(type, properties));

        assertUsd(usd, bill.total());
        assertEquals("", notPriced(bill));
    }

    /** Idle it is about 63 dollars: a task with its address, and a load balancer in two zones with theirs. */
    @Test
    void paysWhatExpressModeMakesBesideItsTasks() {
        Bill idle =
                idle("  A: {Type: AWS::ECS::ExpressGatewayService}\n  B: {Type: AWS::ECS::ExpressGatewayService}\n");

        assertUsd(2 * 730 * (0.04048 + 2 * 0.004445) + 730 * 0.0225, idle.total(Group.ALWAYS_ON));
        assertUsd((2 + 2) * 730 * 0.005, idle.total(Group.OFTEN_FORGOTTEN));
        assertUsd(
                63.42,
                idle("  A: {Type: AWS::ECS::ExpressGatewayService}\n").total().setScale(2, RoundingMode.HALF_UP));
    }

    /** At 60 % of a vCPU it carries 6 a second of 100 ms: three tasks for 15, and 0.6 units of 25 connections. */
    @Test
    void growsInExpressMode() {
        Bill bill = under("  A: {Type: AWS::ECS::ExpressGatewayService}\n", asked(15.0 * 3600 * 730, 100, 1000));

        assertUsd(3 * 730 * 0.04048, usd(bill, "vCPU"));
        assertUsd(730 * 0.6 * 0.008, usd(bill, "capacity units"));
        assertUsd(15.0 * 3600 * 730 * 1000 / 1e9 * 0.09, usd(bill, "data out"));
    }

    private static final String APP_RUNNER = """
              Service:
                Type: AWS::AppRunner::Service
                Properties:
                  InstanceConfiguration: {Cpu: 1 vCPU, Memory: 2 GB}
                  SourceConfiguration: {AutoDeploymentsEnabled: false}
            """;

    /** App Runner keeps the memory of one instance, and bills its processor while it works. */
    @Test
    void paysMemoryThatWaits() {
        Bill bill = idle(APP_RUNNER);

        assertUsd(730 * 2 * 0.007, bill.total());
        assertEquals("provisioned memory", items(bill));
        assertUsd(1, usd(idle(APP_RUNNER.replace("false", "true")), "automatic deployments"));
    }

    /** One request a minute keeps it at work all the time; one in two minutes half of it. */
    @ParameterizedTest
    @CsvSource({"60, 1", "30, 0.5", "3600, 1"})
    void paysAProcessorWhileItWorks(double requestsAnHour, double share) {
        Bill bill = under(APP_RUNNER, asked(requestsAnHour * 730, 100, 0));

        assertUsd(730 * share * 1 * 0.064, usd(bill, "vCPU"));
        assertUsd(730 * 2 * 0.007, usd(bill, "provisioned memory"));
    }

    /** At 25 a second of 100 ms it takes three instances of one vCPU: two come for them, with their memory. */
    @Test
    void paysInstancesThatComeForRequests() {
        Bill bill = under(APP_RUNNER, asked(25.0 * 3600 * 730, 100, 1000));

        assertUsd(730 * 0.064, usd(bill, "vCPU"));
        assertUsd(2 * 730 * 0.064, usd(bill, "vCPU of more instances"));
        assertUsd(2 * 730 * 2 * 0.007, usd(bill, "memory of more instances"));
        assertUsd(25.0 * 3600 * 730 * 1000 / 1e9 * 0.09, usd(bill, "data out"));
    }
}
