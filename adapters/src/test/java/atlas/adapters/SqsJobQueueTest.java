package atlas.adapters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.app.JobQueue;
import atlas.app.JobQueue.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

@ExtendWith(LocalAws.Shared.class)
class SqsJobQueueTest {
    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final LocalAws aws;

    SqsJobQueueTest(LocalAws aws) {
        this.aws = aws;
    }

    @Test
    void deliversWhatWasSentOneAtATime() throws InterruptedException {
        JobQueue queue = queue(A_MINUTE);
        queue.send("job-0001");
        queue.send("job-0002");

        String first = queue.receive(A_MOMENT).orElseThrow().jobId();
        String second = queue.receive(A_MOMENT).orElseThrow().jobId();
        assertEquals(Set.of("job-0001", "job-0002"), Set.of(first, second));
        assertEquals(Optional.empty(), queue.receive(Duration.ZERO));
    }

    @Test
    void hasNothingToDeliverAfterWaiting() throws InterruptedException {
        assertEquals(Optional.empty(), queue(A_MINUTE).receive(Duration.ofMillis(300)));
    }

    @Test
    void deliversAgainAfterTheVisibilityTimeoutUnderAnotherReceipt() throws InterruptedException {
        JobQueue queue = queue(Duration.ofSeconds(1));
        queue.send("job-0001");

        Delivery first = queue.receive(A_MOMENT).orElseThrow();
        Delivery again = queue.receive(A_MOMENT).orElseThrow();
        assertEquals("job-0001", again.jobId());
        assertNotEquals(first.receipt(), again.receipt());
    }

    @Test
    void deliversNoMoreWhatWasDeleted() throws InterruptedException {
        JobQueue queue = queue(Duration.ofSeconds(1));
        queue.send("job-0001");

        queue.delete(queue.receive(A_MOMENT).orElseThrow());
        assertEquals(Optional.empty(), queue.receive(Duration.ofSeconds(2)));
    }

    @Test
    void leavesADeliveryToWhomItWasMadeLast() throws InterruptedException {
        JobQueue queue = queue(Duration.ofSeconds(1));
        queue.send("job-0001");
        Delivery outdated = queue.receive(A_MOMENT).orElseThrow();
        queue.receive(A_MOMENT).orElseThrow();

        queue.delete(outdated);
        assertEquals("job-0001", queue.receive(A_MOMENT).orElseThrow().jobId());
    }

    @Test
    void stopsWaitingWhenInterrupted() {
        JobQueue queue = queue(A_MINUTE);
        Thread.currentThread().interrupt();

        var stopped = assertThrows(InterruptedException.class, () -> queue.receive(A_MOMENT));
        assertEquals("stopped waiting for a job", stopped.getMessage());
        assertEquals(false, Thread.currentThread().isInterrupted());
    }

    @Test
    void sendsAgainWhenThrottled() throws InterruptedException {
        JobQueue queue = queue(A_MINUTE);
        aws.wire().spoil("sqs:SendMessage", Fault.THROTTLED);

        List<String> operations = aws.wire().during(() -> queue.send("job-0001"));
        assertEquals(List.of("sqs:SendMessage", "sqs:SendMessage"), operations);
        assertEquals("job-0001", queue.receive(A_MOMENT).orElseThrow().jobId());
    }

    @Test
    void saysThatThereIsNoSuchQueue() {
        JobQueue misnamed = aws.ports().jobQueue("http://127.0.0.1/000000000000/no-such-queue");
        assertThrows(QueueDoesNotExistException.class, () -> misnamed.send("job-0001"));
    }

    @Test
    void saysAtOnceThatAPermissionIsMissing() {
        JobQueue queue = queue(A_MINUTE);
        aws.wire().spoil("sqs:ReceiveMessage", Fault.FORBIDDEN);

        List<String> operations = aws.wire().during(() -> {
            var refused = assertThrows(SqsException.class, () -> queue.receive(A_MOMENT));
            assertEquals("AccessDeniedException", refused.awsErrorDetails().errorCode());
        });
        assertEquals(List.of("sqs:ReceiveMessage"), operations);
    }

    private JobQueue queue(Duration visibilityTimeout) {
        return aws.ports().jobQueue(aws.newQueue(visibilityTimeout));
    }
}
