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
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.workload.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices of us-east-1, written out: Fargate x86 0.04048 a vCPU-hour and 0.004445 a GB-hour, arm64 0.03238 and 0.00356. */
class ScheduledTaskBillsTest {
    private static final String TASK = """
              Cluster: {Type: AWS::ECS::Cluster}
              Task:
                Type: AWS::ECS::TaskDefinition
                Properties: {Cpu: 512, Memory: 2048, RequiresCompatibilities: [FARGATE]}
            """;

    private static String rule(String schedule, String settings) {
        return TASK + """
              Hourly:
                Type: AWS::Events::Rule
                Properties:
                  %s
                  Targets: [{Id: a, Arn: !GetAtt Cluster.Arn, EcsParameters: {TaskDefinitionArn: !Ref Task, %s}}]
            """.formatted(schedule, settings);
    }

    private static String rule(String settings) {
        return rule("ScheduleExpression: rate(1 hour)", settings);
    }

    /** Computing for so long on one vCPU: twice as long on half of one. */
    private static Workload working(double seconds) {
        return asked(1, seconds * 1000, 0);
    }

    /** 730 runs of two minutes are 24.33 hours of half a vCPU and of 2 GB. */
    @Test
    void isRunsTimesTheirDuration() {
        Bill bill = under(rule("LaunchType: FARGATE"), working(60));

        assertUsd(730 * 120 / 3600.0 * (0.5 * 0.04048 + 2 * 0.004445), bill.total());
        assertUsd(bill.total().doubleValue(), bill.total(Group.ALWAYS_ON));
        assertEquals("730 runs x 1 task x 120 s / 3600 x 0.5 vCPU x 0.04048", formula(bill, "vCPU"));
        assertTrue(bill.isComplete());
    }

    /** Fargate bills by the second that was begun, and for a minute at least. */
    @ParameterizedTest
    @CsvSource({"0.05, 60", "29.9, 60", "30, 60", "30.2, 61", "45, 90", "45.1, 91"})
    void isBilledForAMinuteAtLeast(double seconds, int billed) {
        Bill bill = under(rule("LaunchType: FARGATE"), working(seconds));

        assertUsd(730 * billed / 3600.0 * 0.5 * 0.04048, usd(bill, "vCPU"));
    }

    @Test
    void startsSeveralAtOnceOnSpotWithAddresses() {
        Bill bill = under(rule("""
                TaskCount: 3, CapacityProviderStrategy: [{CapacityProvider: FARGATE_SPOT, Weight: 1}],
                NetworkConfiguration: {AwsVpcConfiguration: {AssignPublicIp: ENABLED}}
                """), working(1));

        assertUsd(730 * 3 / 60.0 * 0.5 * 0.01288871, usd(bill, "vCPU on Spot"));
        assertUsd(730 * 3 / 60.0 * 0.005, bill.total(Group.OFTEN_FORGOTTEN));
    }

    /** The calls of EventBridge Scheduler cost a dollar a million; those of a rule are free. */
    @Test
    void isStartedByASchedulerToo() {
        Bill bill = under(TASK + """
              Nightly:
                Type: AWS::Scheduler::Schedule
                Properties:
                  ScheduleExpression: cron(0 2 ? * MON-FRI *)
                  Target:
                    Arn: !GetAtt Cluster.Arn
                    EcsParameters:
                      TaskDefinitionArn: !Ref Task
                      LaunchType: FARGATE
                      NetworkConfiguration: {AwsvpcConfiguration: {AssignPublicIp: DISABLED}}
            """, working(1));

        double runs = 730 / 24.0 * 5 / 7;
        assertUsd(runs / 60 * (0.5 * 0.04048 + 2 * 0.004445) + runs * 0.000001, bill.total());
        assertEquals("memory, scheduled calls, vCPU", items(bill));
    }

    @Test
    void needsUsageWithoutAWorkload() {
        Bill bill = idle(rule("LaunchType: FARGATE"));

        assertUsd(0, bill.total());
        assertEquals(
                List.of(new NeedsUsage("Hourly", "AWS::Events::Rule", "how long its tasks run, 730 times")),
                bill.needsUsage());
        assertTrue(bill.isComplete());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ScheduleExpression: at(2027-01-01T00:00:00) | how often its tasks start, and how long they run",
                "EventPattern: {source: [aws.s3]} | events; how often its tasks start, and how long they run",
            })
    void needsUsageWhereNobodyKnowsHowOften(String schedule, String usage) {
        Bill bill = under(rule(schedule, "LaunchType: FARGATE"), working(1));

        assertEquals("", items(bill));
        assertEquals(
                List.of(usage.split("; ")),
                bill.needsUsage().stream().map(NeedsUsage::usage).toList());
    }

    /** What is switched off starts nothing, and what runs on instances is paid there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'ScheduleExpression: rate(1 hour)\n      State: DISABLED' | LaunchType: FARGATE",
                "ScheduleExpression: rate(1 hour) | LaunchType: EC2",
            })
    void costsNothing(String schedule, String settings) {
        Bill bill = under(rule(schedule, settings), working(1));

        assertEquals("", items(bill));
        assertEquals(List.of(), bill.needsUsage());
    }

    /** A Savings Plan is a commitment for what is always there. */
    @Test
    void isNotCommittedFor() {
        Terms planned = new Terms(
                Billed.terms(working(1)).prices(),
                working(1),
                PurchaseModel.SAVINGS_PLAN_1Y,
                Running.ALWAYS,
                List.of(),
                false);

        assertUsd(730 / 60.0 * 0.5 * 0.04048, usd(under(rule("LaunchType: FARGATE"), planned), "vCPU"));
    }

    @Test
    void isNotPricedWithoutItsTaskDefinition() {
        Bill bill = under(rule("LaunchType: FARGATE").replace("!Ref Task,", "arn:of:another,"), working(1));

        assertEquals("its task definition is not in the template", notPriced(bill));
    }
}
