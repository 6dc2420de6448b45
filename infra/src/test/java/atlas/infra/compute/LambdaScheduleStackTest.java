package atlas.infra.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import atlas.infra.template.ValueText;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LambdaScheduleStackTest {
    private static StackTemplate stack;
    private static Resource featured;
    private static Resource schedule;

    @BeforeAll
    static void synthesize() {
        stack = Assembly.with().stack("LambdaSchedule");
        featured = stack.named("Featured");
        schedule = stack.only("AWS::Scheduler::Schedule");
    }

    @Test
    void runsTheHandlerOfFeaturedPlaces() {
        assertEquals("atlas.functions.FeaturedPlaceHandler::handleRequest", featured.text("/Handler"));
        assertEquals("java25", featured.text("/Runtime"));
    }

    /** On the hour, so that the scheduled time and the hour it means begin together. */
    @Test
    void isCalledOnceAnHourWithinAQuarterOfIt() {
        assertEquals("cron(0 * * * ? *)", schedule.text("/ScheduleExpression"));
        assertFalse(schedule.has("/ScheduleExpressionTimezone"));
        assertEquals("MaximumWindowInMinutes 15, Mode FLEXIBLE", schedule.text("/FlexibleTimeWindow"));
        assertEquals("${Featured.Arn}", schedule.text("/Target/Arn"));
    }

    /** The hour comes from the schedule: by the clock, a call that comes late would make another poster. */
    @Test
    void isToldWhichHourIsMeant() {
        assertEquals(
                "{\"scheduledAt\":\"<aws.scheduler.scheduled-time>\"}",
                schedule.get("/Target/Input").asText());
    }

    @Test
    void triesForAnHourAndThenKeepsWhatCannotBeDelivered() {
        assertEquals("10", schedule.text("/Target/RetryPolicy/MaximumRetryAttempts"));
        assertEquals("3600", schedule.text("/Target/RetryPolicy/MaximumEventAgeInSeconds"));
        assertEquals("${UndeliveredQueue.Arn}", schedule.text("/Target/DeadLetterConfig/Arn"));
    }

    @Test
    void callsAgainAndThenKeepsWhatCannotBeWorkedOn() {
        Resource calls = stack.only("AWS::Lambda::EventInvokeConfig");

        assertEquals("${Featured}", calls.text("/FunctionName"));
        assertEquals("2", calls.text("/MaximumRetryAttempts"));
        assertEquals("3600", calls.text("/MaximumEventAgeInSeconds"));
        assertEquals("${CallsFailedQueue.Arn}", calls.text("/DestinationConfig/OnFailure/Destination"));
        assertTrue(featured.dependsOn().contains("FeaturedRoleDefaultPolicy"), featured.dependsOn()::toString);
    }

    /** Scheduler calls with a role, where an EventBridge rule asks the function's own policy. */
    @Test
    void mayCallThisFunctionAndKeepWhatFailsOnly() {
        Resource role = stack.named("HourlyRole");

        assertEquals("${HourlyRole.Arn}", schedule.text("/Target/RoleArn"));
        assertEquals(
                List.of(
                        "Allow lambda:InvokeFunction on ${Featured.Arn}",
                        "Allow sqs:SendMessage on ${UndeliveredQueue.Arn}"),
                ValueText.statements(role.get("/Policies/0/PolicyDocument")));
        assertEquals(
                List.of("Allow sts:AssumeRole to Service scheduler.amazonaws.com"
                        + " if StringEquals aws:SourceAccount ${AWS::AccountId}"),
                ValueText.statements(role.get("/AssumeRolePolicyDocument")));
    }

    @Test
    void mayMakePostersOnly() {
        assertEquals(
                List.of(
                        "Allow logs:CreateLogStream, logs:PutLogEvents on ${FeaturedLog.Arn}",
                        "Allow xray:PutTelemetryRecords, xray:PutTraceSegments on *",
                        "Allow sqs:SendMessage on ${CallsFailedQueue.Arn}",
                        "Allow dynamodb:GetItem, dynamodb:PutItem, dynamodb:UpdateItem on ${Database/Jobs.Arn}",
                        "Allow s3:PutObject on ${Storage/Posters.Arn}/posters/*"),
                stack.named("FeaturedRoleDefaultPolicy").statements());
        assertEquals("", stack.named("FeaturedRole").text("/ManagedPolicyArns"));
    }

    @Test
    void holdsAJobLongerThanItWorksAndShorterThanUntilTheNextCall() {
        int timeout = featured.get("/Timeout").asInt();
        int lease = Integer.parseInt(featured.text("/Environment/Variables/ATLAS_VISIBILITY_SECONDS")) * 9 / 10;

        assertTrue(timeout < lease && lease < timeout + 60, timeout + " s of work, " + lease + " s of lease");
    }

    @Test
    void isToldNeitherPathNorQueue() {
        assertEquals(
                List.of("ATLAS_BUCKET", "ATLAS_OPTION", "ATLAS_TABLE", "ATLAS_VISIBILITY_SECONDS"),
                List.copyOf(Json.sorted(featured.get("/Environment/Variables")).keySet()));
        assertEquals("lambda-schedule", featured.text("/Environment/Variables/ATLAS_OPTION"));
    }

    @Test
    void alarmsOnErrorsThrottlesAndWhateverIsKept() {
        assertEquals(
                List.of(
                        "ApproximateNumberOfMessagesVisible ${CallsFailedQueue.QueueName}",
                        "ApproximateNumberOfMessagesVisible ${UndeliveredQueue.QueueName}",
                        "Errors ${Featured}",
                        "Throttles ${Featured}"),
                stack.all("AWS::CloudWatch::Alarm").stream()
                        .map(alarm -> alarm.text("/MetricName") + " " + ValueText.of(alarm.get("/Dimensions/0/Value")))
                        .sorted()
                        .toList());
    }

    @Test
    void tellsTheComparisonWhatItsUnitIs() {
        assertEquals(
                "max 0, memoryMiB 1769, min 0, option lambda-schedule, unit environment, vcpu 1",
                ValueText.of(stack.json().at("/Metadata/ComputeAtlas")));
    }

    @Test
    void printsWhatToType() {
        assertEquals(
                "aws lambda invoke --function-name ${Featured} --cli-binary-format raw-in-base64-out"
                        + " --payload '{\"scheduledAt\":\"2026-11-22T05:00:00Z\"}' /dev/stdout",
                stack.output("TryIt"));
    }
}
