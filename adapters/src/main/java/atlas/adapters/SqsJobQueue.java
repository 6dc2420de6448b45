package atlas.adapters;

import atlas.app.JobQueue;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/**
 * Job ids as the bodies of messages in one standard queue. How long a delivery stays hidden, and after how many it goes
 * to the dead-letter queue, are properties of the queue.
 *
 * <p>IAM on the queue: {@code sqs:SendMessage}, {@code sqs:ReceiveMessage}, {@code sqs:DeleteMessage}.
 */
final class SqsJobQueue implements JobQueue {
    /** The longest that SQS holds a poll open. A longer wait ends here, empty. */
    static final Duration LONGEST_POLL = Duration.ofSeconds(20);

    private final SqsClient sqs;
    private final String queueUrl;
    private final TimeLimits limits;

    SqsJobQueue(SqsClient sqs, String queueUrl, TimeLimits limits) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.limits = limits;
    }

    @Override
    public void send(String jobId) {
        sqs.sendMessage(request -> request.queueUrl(queueUrl).messageBody(jobId));
    }

    /**
     * One message at a time, since a job keeps a worker busy and a second one would age meanwhile. An interrupt is noticed
     * at once between two polls, and within a poll when it ends.
     */
    @Override
    public Optional<Delivery> receive(Duration wait) throws InterruptedException {
        try {
            return sqs.receiveMessage(poll(wait)).messages().stream()
                    .findFirst()
                    .map(SqsJobQueue::delivery);
        } catch (AbortedException interrupted) {
            Thread.interrupted();
            throw (InterruptedException) new InterruptedException("stopped waiting for a job").initCause(interrupted);
        }
    }

    @Override
    public void delete(Delivery delivery) {
        try {
            sqs.deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(delivery.receipt()));
        } catch (ReceiptHandleIsInvalidException outdated) {
            // Somebody else received the job since: it is theirs to delete.
        }
    }

    private ReceiveMessageRequest poll(Duration wait) {
        Duration held = wait.compareTo(LONGEST_POLL) < 0 ? wait : LONGEST_POLL;
        TimeLimits patience = limits.plus(held);
        return ReceiveMessageRequest.builder()
                .queueUrl(queueUrl)
                .maxNumberOfMessages(1)
                .waitTimeSeconds((int) held.plusMillis(999).toSeconds())
                .overrideConfiguration(configuration ->
                        configuration.apiCallTimeout(patience.call()).apiCallAttemptTimeout(patience.attempt()))
                .build();
    }

    private static Delivery delivery(Message message) {
        return new Delivery(message.body(), message.receiptHandle());
    }
}
