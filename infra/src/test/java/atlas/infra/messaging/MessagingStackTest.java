package atlas.infra.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.ComputeOption;
import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagingStackTest {
    private static StackTemplate messaging;

    @BeforeAll
    static void synthesize() {
        messaging = Assembly.with().stack("Messaging");
    }

    /** Deployed or not, so that deploying one never changes this stack. */
    @ParameterizedTest
    @MethodSource("atlas.infra.ComputeOption#mounted")
    void hasAQueueForEveryOptionThatCanBeAsked(ComputeOption option) {
        Resource queue = messaging.named(option.stackId() + "Queue");

        assertEquals("${" + option.stackId() + "DeadLetters.Arn}", queue.text("/RedrivePolicy/deadLetterTargetArn"));
        assertEquals("5", queue.text("/RedrivePolicy/maxReceiveCount"));
    }

    @Test
    void hidesAMessageFromOtherFunctionsForSixTimesAsLongAsOneMayTake() {
        assertEquals("720", messaging.named("LambdaHttpApiQueue").text("/VisibilityTimeout"));
        assertEquals("180", messaging.named("EcsFargateQueue").text("/VisibilityTimeout"));
    }

    /** A message's age is counted from its first sending, also in the dead-letter queue. */
    @ParameterizedTest
    @MethodSource("atlas.infra.ComputeOption#mounted")
    void keepsDeadLettersLongerThanWork(ComputeOption option) {
        int work = messaging
                .named(option.stackId() + "Queue")
                .get("/MessageRetentionPeriod")
                .asInt();
        int dead = messaging
                .named(option.stackId() + "DeadLetters")
                .get("/MessageRetentionPeriod")
                .asInt();

        assertTrue(dead > work, dead + " s for dead letters, " + work + " s for work");
    }

    @Test
    void encryptsAndTakesNothingInTheClear() {
        List<Resource> queues = messaging.all("AWS::SQS::Queue");
        queues.forEach(queue -> assertEquals("true", queue.text("/SqsManagedSseEnabled")));

        assertEquals(
                queues.stream()
                        .map(queue -> "Deny sqs:* on ${%s.Arn} to AWS * if Bool aws:SecureTransport false"
                                .formatted(queue.name()))
                        .toList(),
                messaging.all("AWS::SQS::QueuePolicy").stream()
                        .flatMap(policy -> policy.statements().stream())
                        .toList());
    }

    @Test
    void exportsAFixedSet() {
        assertEquals(
                ComputeOption.mounted()
                        .map(ComputeOption::stackId)
                        .flatMap(id -> Stream.of("${%sQueue.Arn}", "${%sQueue.QueueName}", "${%sQueue}")
                                .map(export -> export.formatted(id)))
                        .sorted()
                        .toList(),
                messaging.exports().stream().sorted().toList());
    }
}
