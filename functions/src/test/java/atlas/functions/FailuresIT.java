package atlas.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.functions.LoopbackAws.Health;
import atlas.functions.LoopbackRuntimeApi.Answer;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What Lambda learns when a handler cannot do its work. Where the event goes then, the stacks' tests tell. */
class FailuresIT {
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final Duration BRIEF = Duration.ofSeconds(2);

    /** The caller gets a status, SQS its messages back; whom nobody waits for fails, so that Lambda calls again. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP_API | false | \"statusCode\":500",
                "SQS      | false | {\"batchItemFailures\":[{\"itemIdentifier\":\"059f36b4-87a3-44ab-83d2-661975940001\"},{\"itemIdentifier\":\"059f36b4-87a3-44ab-83d2-661975940002\"}]}",
                "S3       | true  | software.amazon.awssdk.services.s3.model.S3Exception",
                "SCHEDULE | true  | software.amazon.awssdk.services.dynamodb.model.DynamoDbException",
            })
    void tellsThatAwsIsOutOfOrder(Handler handler, boolean failed, String told) throws IOException {
        try (var function = handler.start(PATIENT)) {
            function.aws().is(Health.OUT_OF_ORDER);
            Answer answer = function.invoke(handler.good());
            assertEquals(failed, answer.failed(), answer::json);
            assertTrue(answer.json().contains(told), answer::json);

            function.aws().is(Health.WELL);
            assertFalse(function.invoke(handler.good()).failed());
        }
    }

    /** Lambda tells whoever called that time was up, ends the process, and starts another for the next event. */
    @ParameterizedTest
    @EnumSource
    void isStoppedWhenItsTimeIsUpAndStartedAnewForTheNextEvent(Handler handler) throws IOException {
        try (var function = handler.start(BRIEF)) {
            function.aws().is(Health.SILENT);
            assertEquals(Answer.timedOut(BRIEF), function.invoke(handler.good()));
            assertFalse(function.process().isAlive());

            assertNotEquals(Answer.timedOut(BRIEF), function.invoke("{}"));
            assertTrue(function.process().isAlive());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP_API | ATLAS_BUCKET             |          | not set: ATLAS_BUCKET; a function keeps nothing itself, so it needs the names of a bucket and a table and the URL of a queue",
                "HTTP_API | ATLAS_ALLOW_CIDR         | anywhere | ATLAS_ALLOW_CIDR must be IPv4 ranges such as 203.0.113.0/24, got 'anywhere'",
                "SQS      | ATLAS_TABLE              |          | not set: ATLAS_TABLE; a function keeps nothing itself, so it needs the names of a bucket and a table and the URL of a queue",
                "S3       | ATLAS_BUCKET             |          | not set: ATLAS_BUCKET; a function keeps nothing itself, so it needs the names of a bucket and a table",
                "S3       | AWS_REGION               |          | AWS_REGION is not set; name the region of bucket, table and queue, as in AWS_REGION=us-east-1",
                "SCHEDULE | ATLAS_VISIBILITY_SECONDS | soon     | ATLAS_VISIBILITY_SECONDS must be 1 to 43200, got soon",
            })
    void endsItsInitialisationWithWhatIsWrong(Handler handler, String variable, String value, String message)
            throws Exception {
        Map<String, String> settings = new HashMap<>(handler.settings());
        settings.put(variable, value == null ? "" : value);
        try (var misconfigured = new RunningFunction(handler.type(), settings)) {
            String report = RunningFunction.await(misconfigured.api().initError());
            assertEquals(message, JSON.std.mapFrom(report).get("errorMessage"));
            assertNotEquals(0, misconfigured.process().exitCode());
        }
    }
}
