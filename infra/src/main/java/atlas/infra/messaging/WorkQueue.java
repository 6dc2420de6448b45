package atlas.infra.messaging;

import atlas.infra.ComputeOption;
import atlas.infra.Family;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** A queue whose messages are tried {@value #ATTEMPTS} times and then kept for a person to look at. */
public final class WorkQueue extends Construct {
    /** How long a server may take before its message is given to another; its lease on the job is nearly as long. */
    private static final Duration SERVER_VISIBILITY = Duration.minutes(3);
    /**
     * Six times as long as a function may take: while Lambda is throttled it tries a message again and again for so long,
     * and one that becomes visible meanwhile has been received for nothing. Source: docs.aws.amazon.com/lambda, "Creating
     * and configuring an Amazon SQS event source mapping".
     */
    private static final Duration FUNCTION_VISIBILITY = Duration.minutes(12);

    private static final int ATTEMPTS = 5;

    private final Queue queue;

    /** @param option whose workers take from the queue */
    public WorkQueue(Construct scope, ComputeOption option) {
        super(scope, option.stackId());
        Queue deadLetters = Queue.Builder.create(this, "DeadLetters")
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .retentionPeriod(Duration.days(14))
                .build();
        queue = Queue.Builder.create(this, "Queue")
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .visibilityTimeout(visibility(option))
                .retentionPeriod(Duration.days(4))
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadLetters)
                        .maxReceiveCount(ATTEMPTS)
                        .build())
                .build();
    }

    /** How long a message of the option's queue is hidden from others once a worker has it. */
    public static Duration visibility(ComputeOption option) {
        return option.family() == Family.FUNCTION ? FUNCTION_VISIBILITY : SERVER_VISIBILITY;
    }

    public IQueue queue() {
        return queue;
    }
}
