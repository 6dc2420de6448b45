package atlas.compare.bill;

import static atlas.compare.bill.Billed.asked;
import static atlas.compare.bill.Billed.assertUsd;
import static atlas.compare.bill.Billed.bought;
import static atlas.compare.bill.Billed.formula;
import static atlas.compare.bill.Billed.idle;
import static atlas.compare.bill.Billed.in;
import static atlas.compare.bill.Billed.items;
import static atlas.compare.bill.Billed.notPriced;
import static atlas.compare.bill.Billed.under;
import static atlas.compare.bill.Billed.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices of us-east-1, written out: Fargate x86 0.04048 a vCPU-hour and 0.004445 a GB-hour, arm64 0.03238 and 0.00356. */
class TaskBillsTest {
    private static String service(String task, String properties) {
        return """
              Task:
                Type: AWS::ECS::TaskDefinition
                Properties: {Cpu: 1024, Memory: 2048, RequiresCompatibilities: [FARGATE], %s}
              Service:
                Type: AWS::ECS::Service
                Properties: {TaskDefinition: !Ref Task, %s}
            """.formatted(task, properties);
    }

    /** A public load balancer in two zones, and two tasks behind it. */
    @Test
    void isTwoTasksBehindALoadBalancer() {
        Bill bill = idle(
                service("Family: a", "LaunchType: FARGATE, DesiredCount: 2, LoadBalancers: [{TargetGroupArn: !Ref T}]")
                        + """
              T: {Type: AWS::ElasticLoadBalancingV2::TargetGroup}
              Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Subnets: [a, b]}}
              Listener:
                Type: AWS::ElasticLoadBalancingV2::Listener
                Properties: {LoadBalancerArn: !Ref Balancer, DefaultActions: [{TargetGroupArn: !Ref T}]}
            """);

        assertUsd(2 * 730 * (1 * 0.04048 + 2 * 0.004445) + 730 * 0.0225, bill.total(Group.ALWAYS_ON));
        assertUsd(2 * 730 * 0.005, bill.total(Group.OFTEN_FORGOTTEN));
        assertUsd(0, bill.total(Group.PER_REQUEST));
        assertEquals("2 tasks x 730 h x 1 vCPU x 0.04048", formula(bill, "vCPU"));
        assertEquals("2 zones x 730 h x 0.005", formula(bill, "public IPv4"));
        assertTrue(bill.isComplete());
    }

    /** AWS's own pricing page for Fargate reckons a task's hour as vCPU x rate + GB x rate. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "us-east-1 | X86_64 | 0.04048 | 0.004445",
                "us-east-1 | ARM64 | 0.03238 | 0.00356",
                "eu-west-1 | ARM64 | 0.03238 | 0.00356",
                "ap-northeast-2 | X86_64 | 0.04656 | 0.00511",
                "ap-northeast-2 | ARM64 | 0.03725 | 0.00409",
            })
    void hasThePricesOfItsRegion(String region, String architecture, double vcpu, double gigabyte) {
        Bill bill = under(
                service("RuntimePlatform: {CpuArchitecture: %s}".formatted(architecture), "LaunchType: FARGATE"),
                in(region));

        assertUsd(730 * (vcpu + 2 * gigabyte), bill.total());
        assertTrue(bill.isComplete());
        assertEquals(region, bill.region());
    }

    @ParameterizedTest
    @CsvSource({
        "ON_DEMAND, 0.04048, 0.004445",
        "SPOT, 0.01288871, 0.00141527",
        "SAVINGS_PLAN_1Y, 0.032384, 0.003556",
        "SAVINGS_PLAN_3Y, 0.022264, 0.00244475",
        "RESERVED_1Y, 0.04048, 0.004445",
        "DEDICATED_HOST, 0.04048, 0.004445",
    })
    void isBoughtAsFarAsFargateSellsIt(PurchaseModel model, double vcpu, double gigabyte) {
        assertUsd(
                730 * (vcpu + 2 * gigabyte),
                under(service("Family: a", "LaunchType: FARGATE"), bought(model))
                        .total());
    }

    /** One always On-Demand, and of the other three, three in four on Spot, rounded up for the first. */
    @Test
    void mixesByItsStrategy() {
        Bill bill = idle(service("Family: a", """
                DesiredCount: 5, CapacityProviderStrategy: [
                  {CapacityProvider: FARGATE, Base: 1, Weight: 1}, {CapacityProvider: FARGATE_SPOT, Weight: 3}]
                """));

        assertUsd(2 * 730 * 0.04048, usd(bill, "vCPU"));
        assertUsd(3 * 730 * 0.01288871, usd(bill, "vCPU on Spot"));
    }

    /** Seoul has no price for Spot, but a discount of 70 %. */
    @Test
    void derivesSpotFromADiscount() {
        Terms seoul = new Terms(
                in("ap-northeast-2").prices(),
                in("ap-northeast-2").workload(),
                PurchaseModel.SPOT,
                Running.ALWAYS,
                List.of(),
                false);

        Bill bill = under(service("Family: a", "LaunchType: FARGATE"), seoul);
        assertUsd(730 * (0.04656 + 2 * 0.00511) * (1 - 0.7), bill.total());
        assertEquals("fargate-spot:discount", bill.lines().get(0).priceKey());
    }

    @Test
    void chargesDiskBeyondWhatIsIncluded() {
        String large = service("EphemeralStorage: {SizeInGiB: 100}", "LaunchType: FARGATE");

        assertUsd(730 * (100 - 20) * 0.000111, usd(idle(large), "ephemeral storage"));
        assertEquals(
                "ephemeral storage: no price fargate:ephemeral-storage in eu-west-1",
                notPriced(under(large, in("eu-west-1"))));
        assertEquals("memory, vCPU", items(under(service("Family: a", "LaunchType: FARGATE"), in("eu-west-1"))));
    }

    /** 20 a second of 100 ms are two vCPU; at half of each task another one comes, so there are four for one. */
    @Test
    void growsWithTheRequests() {
        String scaled = service("Family: a", "LaunchType: FARGATE") + """
              Target:
                Type: AWS::ApplicationAutoScaling::ScalableTarget
                Properties: {MinCapacity: 1, MaxCapacity: 10, ResourceId: !Sub 'service/c/${Service.Name}'}
              Policy:
                Type: AWS::ApplicationAutoScaling::ScalingPolicy
                Properties:
                  PolicyType: TargetTrackingScaling
                  ScalingTargetId: !Ref Target
                  TargetTrackingScalingPolicyConfiguration:
                    TargetValue: 50
                    PredefinedMetricSpecification: {PredefinedMetricType: ECSServiceAverageCPUUtilization}
            """;
        Bill bill = under(scaled, asked(20.0 * 730 * 3600, 100, 0));

        assertEquals("1 task x 730 h x 1 vCPU x 0.04048 and 2190 task-hours x 1 vCPU x 0.04048", formula(bill, "vCPU"));
        assertUsd(3 * 730 * (0.04048 + 2 * 0.004445), bill.total(Group.PER_REQUEST));
        assertUsd(2 * 0.10, usd(bill, "alarms of its target tracking"));
    }

    /** What the template allows is all that runs; how many it would take is what keeps it from carrying that. */
    @Test
    void doesNotGrowBeyondWhatIsAllowed() {
        String fixed = service("Family: a", "LaunchType: FARGATE, DesiredCount: 2");
        Bill bill = under(fixed, asked(40.0 * 730 * 3600, 100, 0));

        assertUsd(0, bill.total(Group.PER_REQUEST));
        assertEquals(List.of("it needs 4 tasks, and the template allows 2"), bill.refusals());
        Bill raised =
                under(fixed, Billed.terms(asked(40.0 * 730 * 3600, 100, 0)).whenRaised());
        assertUsd(2 * 730 * (0.04048 + 2 * 0.004445), raised.total(Group.PER_REQUEST));
    }
}
