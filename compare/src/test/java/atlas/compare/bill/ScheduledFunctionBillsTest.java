package atlas.compare.bill;

import static atlas.compare.bill.Billed.asked;
import static atlas.compare.bill.Billed.assertUsd;
import static atlas.compare.bill.Billed.idle;
import static atlas.compare.bill.Billed.under;
import static atlas.compare.bill.Billed.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices of us-east-1, written out: 0.20 a million calls, and 1.00 a million of EventBridge Scheduler. */
class ScheduledFunctionBillsTest {
    private static final String FUNCTION =
            "  Answer: {Type: AWS::Lambda::Function, Properties: {Timeout: 900, MemorySize: 1769}}\n";

    /** Whatever is asked elsewhere: 730 calls a month. */
    @Test
    void paysItsSchedule() {
        String scheduled = FUNCTION + """
              Hourly:
                Type: AWS::Scheduler::Schedule
                Properties: {ScheduleExpression: rate(1 hour), Target: {Arn: !GetAtt Answer.Arn}}
            """;

        Bill bill = under(scheduled, asked(1_000_000, 40, 0));
        assertUsd(730 * 0.0000002, usd(bill, "calls"));
        assertUsd(bill.total().doubleValue(), bill.total(Group.ALWAYS_ON));
        assertEquals(List.of("it is started by the clock, not by requests"), bill.refusals());
        assertEquals(
                "how long its 730 scheduled calls take",
                idle(scheduled).needsUsage().get(0).usage());
    }

    /** 730 calls of one and 8,760 of the other; none of what is switched off, and what cannot be read is said. */
    @Test
    void paysAllItsSchedules() {
        String scheduled = FUNCTION + """
              Hourly: {Type: AWS::Events::Rule, Properties: {ScheduleExpression: rate(1 hour), Targets: [{Arn: !Ref Answer}]}}
              Often: {Type: AWS::Events::Rule, Properties: {ScheduleExpression: rate(5 minutes), Targets: [{Arn: !Ref Answer}]}}
              Off:
                Type: AWS::Events::Rule
                Properties: {ScheduleExpression: rate(1 minute), State: DISABLED, Targets: [{Arn: !Ref Answer}]}
              Once: {Type: AWS::Events::Rule, Properties: {ScheduleExpression: !Ref When, Targets: [{Arn: !Ref Answer}]}}
            """;

        Bill bill = under(scheduled, asked(1_000_000, 40, 0));
        assertUsd((730 + 8760) * 0.0000002, usd(bill, "calls"));
        assertEquals(
                List.of("how often its schedule calls, and how long that takes"),
                bill.needsUsage().stream().map(NeedsUsage::usage).toList());
    }

    /** The older switch of the Serverless Application Model, and the newer word. */
    @Test
    void sparesWhatSamSwitchesOff() {
        Bill bill = Billed.of(Written.setUp("""
                        Transform: AWS::Serverless-2016-10-31
                        Resources:
                          Answer:
                            Type: AWS::Serverless::Function
                            Properties:
                              Events:
                                Hourly: {Type: Schedule, Properties: {Schedule: rate(1 hour)}}
                                Off: {Type: Schedule, Properties: {Schedule: rate(1 minute), Enabled: false}}
                                Also: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 minute), State: DISABLED}}
                        """), Billed.terms(asked(1, 40, 0)));

        assertUsd(730 * 0.0000002, usd(bill, "calls"));
    }
}
