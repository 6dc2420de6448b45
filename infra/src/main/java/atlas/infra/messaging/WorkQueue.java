package atlas.infra.messaging;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** A queue whose messages are tried {@value #ATTEMPTS} times and then kept for a person to look at. */
public final class WorkQueue extends Construct {
    /** How long a worker may take before its message is given to another; the worker's lease on the job is as long. */
    public static final Duration VISIBILITY = Duration.minutes(3);

    private static final int ATTEMPTS = 5;

    private final Queue queue;

    public WorkQueue(Construct scope, String id) {
        super(scope, id);
        Queue deadLetters = Queue.Builder.create(this, "DeadLetters")
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .retentionPeriod(Duration.days(14))
                .build();
        queue = Queue.Builder.create(this, "Queue")
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .visibilityTimeout(VISIBILITY)
                .retentionPeriod(Duration.days(4))
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadLetters)
                        .maxReceiveCount(ATTEMPTS)
                        .build())
                .build();
    }

    public IQueue queue() {
        return queue;
    }
}
