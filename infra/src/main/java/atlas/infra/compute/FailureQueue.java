package atlas.infra.compute;

import atlas.infra.guard.Findings;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Where events end that could not be worked on: kept for a person to look at, and an alarm goes off. */
final class FailureQueue extends Construct {
    private final Queue queue;

    FailureQueue(Construct scope, String id) {
        super(scope, id);
        queue = Queue.Builder.create(this, "Queue")
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .retentionPeriod(Duration.days(14))
                .build();
        Findings.accept(queue, "AwsSolutions-SQS3", "it is the last stop itself, and nothing takes from it but people");
        Alarms.atFirst(this, "Filled", queue.metricApproximateNumberOfMessagesVisible());
    }

    Queue queue() {
        return queue;
    }
}
