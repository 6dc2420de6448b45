package atlas.infra.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import atlas.infra.template.ValueText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaS3TriggerStackTest {
    private static StackTemplate stack;
    private static Resource jobs;
    private static Resource rule;

    @BeforeAll
    static void synthesize() {
        stack = Assembly.with().stack("LambdaS3Trigger");
        jobs = stack.named("Jobs");
        rule = stack.only("AWS::Events::Rule");
    }

    @Test
    void runsTheHandlerOfJobFiles() {
        assertEquals("atlas.functions.S3JobHandler::handleRequest", jobs.text("/Handler"));
        assertEquals("java25", jobs.text("/Runtime"));
        assertEquals("1769", jobs.text("/MemorySize"));
    }

    @Test
    void takesObjectsThatAreCreatedInItsBucket() {
        assertEquals("aws.s3", rule.text("/EventPattern/source"));
        assertEquals("Object Created", rule.text("/EventPattern/detail-type"));
        assertEquals("${Storage/Posters}", rule.text("/EventPattern/detail/bucket/name"));
        assertEquals("${Jobs.Arn}", rule.text("/Targets/0/Arn"));
        assertEquals("ENABLED", rule.text("/State"));
    }

    /** A list of conditions is an or: a prefix and a suffix in one would take every object that has either. */
    @Test
    void takesNothingButJobFiles() {
        assertEquals(
                "[{\"wildcard\":\"jobs/*.json\"}]",
                rule.get("/EventPattern/detail/object/key").toString());
    }

    /** Whatever it may write, or it would call itself for ever, and be paid for it. */
    @Test
    void cannotBeStartedByItsOwnOutput() {
        Pattern key = Pattern.compile("jobs/.*\\.json");
        List<String> writable = stack.named("JobsRoleDefaultPolicy").statements().stream()
                .filter(statement -> statement.contains("s3:Put"))
                .toList();

        assertEquals(List.of("Allow s3:PutObject on ${Storage/Posters.Arn}/posters/*"), writable);
        assertFalse(key.matcher("posters/jobs/sunset.json").matches());
        assertFalse(key.matcher("posters/sunset-d41d8cd98f00b204e9800998ecf8427e.failed.json")
                .matches());
    }

    @Test
    void letsThisRuleCallItAndNoOther() {
        Resource permission = stack.only("AWS::Lambda::Permission");

        assertEquals("events.amazonaws.com", permission.text("/Principal"));
        assertEquals("${JobCreated.Arn}", permission.text("/SourceArn"));
    }

    @Test
    void triesAndThenKeepsWhatCannotBeDelivered() {
        assertEquals("30", rule.text("/Targets/0/RetryPolicy/MaximumRetryAttempts"));
        assertEquals("21600", rule.text("/Targets/0/RetryPolicy/MaximumEventAgeInSeconds"));
        assertEquals("${UndeliveredQueue.Arn}", rule.text("/Targets/0/DeadLetterConfig/Arn"));
        assertTrue(
                stack.named("UndeliveredQueuePolicy").statements().stream()
                        .anyMatch(statement -> statement.startsWith("Allow sqs:SendMessage on ${UndeliveredQueue.Arn}")
                                && statement.contains("to Service events.amazonaws.com")
                                && statement.contains("${JobCreated.Arn}")),
                () -> stack.named("UndeliveredQueuePolicy").statements().toString());
    }

    @Test
    void callsAgainAndThenKeepsWhatCannotBeWorkedOn() {
        Resource calls = stack.only("AWS::Lambda::EventInvokeConfig");

        assertEquals("${Jobs}", calls.text("/FunctionName"));
        assertEquals("$LATEST", calls.text("/Qualifier"));
        assertEquals("2", calls.text("/MaximumRetryAttempts"));
        assertEquals("21600", calls.text("/MaximumEventAgeInSeconds"));
        assertEquals("${CallsFailedQueue.Arn}", calls.text("/DestinationConfig/OnFailure/Destination"));
    }

    /** Lambda refuses a destination that the function's role may not send to yet. */
    @Test
    void maySendToTheFailureDestinationBeforeItIsNamed() {
        assertTrue(jobs.dependsOn().contains("JobsRoleDefaultPolicy"), jobs.dependsOn()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UndeliveredQueue", "CallsFailedQueue"})
    void keepsFailuresForTwoWeeksEncrypted(String queue) {
        assertEquals("1209600", stack.named(queue).text("/MessageRetentionPeriod"));
        assertEquals("true", stack.named(queue).text("/SqsManagedSseEnabled"));
        assertTrue(stack.named(queue + "Policy")
                .statements()
                .contains("Deny sqs:* on ${%s.Arn} to AWS * if Bool aws:SecureTransport false".formatted(queue)));
    }

    /**
     * A worker that was killed must not hold the job any more when Lambda calls again, a minute after the time-out; and
     * while one works no other may begin.
     */
    @Test
    void holdsAJobLongerThanItWorksAndShorterThanUntilTheNextCall() {
        int timeout = jobs.get("/Timeout").asInt();
        int lease = Integer.parseInt(jobs.text("/Environment/Variables/ATLAS_VISIBILITY_SECONDS")) * 9 / 10;

        assertTrue(timeout < lease && lease < timeout + 60, timeout + " s of work, " + lease + " s of lease");
    }

    @Test
    void mayReadJobsAndMakePostersOnly() {
        assertEquals(
                List.of(
                        "Allow logs:CreateLogStream, logs:PutLogEvents on ${JobsLog.Arn}",
                        "Allow xray:PutTelemetryRecords, xray:PutTraceSegments on *",
                        "Allow sqs:SendMessage on ${CallsFailedQueue.Arn}",
                        "Allow s3:GetObject on ${Storage/Posters.Arn}/jobs/*",
                        "Allow s3:ListBucket on ${Storage/Posters.Arn}",
                        "Allow dynamodb:GetItem, dynamodb:PutItem, dynamodb:UpdateItem on ${Database/Jobs.Arn}",
                        "Allow s3:PutObject on ${Storage/Posters.Arn}/posters/*"),
                stack.named("JobsRoleDefaultPolicy").statements());
        assertEquals("", stack.named("JobsRole").text("/ManagedPolicyArns"));
    }

    @Test
    void logsIntoItsOwnGroup() {
        assertEquals("LogFormat JSON, LogGroup ${JobsLog}", jobs.text("/LoggingConfig"));
        assertEquals("7", stack.named("JobsLog").text("/RetentionInDays"));
    }

    @Test
    void isToldNeitherPathNorQueue() {
        assertEquals(
                List.of("ATLAS_BUCKET", "ATLAS_OPTION", "ATLAS_TABLE", "ATLAS_VISIBILITY_SECONDS"),
                List.copyOf(Json.sorted(jobs.get("/Environment/Variables")).keySet()));
        assertEquals("lambda-s3-trigger", jobs.text("/Environment/Variables/ATLAS_OPTION"));
    }

    @Test
    void alarmsOnErrorsThrottlesAndWhateverIsKept() {
        assertEquals(
                List.of(
                        "ApproximateNumberOfMessagesVisible ${CallsFailedQueue.QueueName}",
                        "ApproximateNumberOfMessagesVisible ${UndeliveredQueue.QueueName}",
                        "Errors ${Jobs}",
                        "Throttles ${Jobs}"),
                stack.all("AWS::CloudWatch::Alarm").stream()
                        .map(alarm -> alarm.text("/MetricName") + " " + dimension(alarm))
                        .sorted()
                        .toList());
        stack.all("AWS::CloudWatch::Alarm").forEach(alarm -> {
            assertEquals("1", alarm.text("/Threshold"));
            assertEquals("notBreaching", alarm.text("/TreatMissingData"));
        });
    }

    @Test
    void reservesNothingUnlessAsked() {
        StackTemplate reserved = Assembly.with("reservedConcurrency=50").stack("LambdaS3Trigger");

        assertFalse(jobs.has("/ReservedConcurrentExecutions"));
        assertEquals("50", reserved.named("Jobs").text("/ReservedConcurrentExecutions"));
        assertEquals(
                "max 50, memoryMiB 1769, min 0, option lambda-s3-trigger, unit environment, vcpu 1",
                ValueText.of(reserved.json().at("/Metadata/ComputeAtlas")));
    }

    @Test
    void tellsTheComparisonWhatItsUnitIs() {
        assertEquals(
                "max 0, memoryMiB 1769, min 0, option lambda-s3-trigger, unit environment, vcpu 1",
                ValueText.of(stack.json().at("/Metadata/ComputeAtlas")));
    }

    @Test
    void printsWhatToType() {
        assertEquals(
                "echo '{\"zoom\":2,\"x\":0,\"y\":1,\"columns\":4,\"rows\":2}'"
                        + " | aws s3 cp - s3://${Storage/Posters}/jobs/first.json",
                stack.output("TryIt"));
    }

    private static String dimension(Resource alarm) {
        JsonNode only = alarm.get("/Dimensions/0/Value");
        return ValueText.of(only);
    }
}
