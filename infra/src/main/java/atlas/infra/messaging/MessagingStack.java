package atlas.infra.messaging;

import atlas.infra.ComputeOption;
import atlas.infra.Layers;
import atlas.infra.guard.StackIdentity;
import java.util.EnumMap;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sqs.IQueue;

/** A queue of its own for every option that can be asked for a poster, so that each works off just what was asked of it. */
public final class MessagingStack extends Stack {
    private final Map<ComputeOption, IQueue> queues = new EnumMap<>(ComputeOption.class);

    public MessagingStack(Layers layers) {
        super(
                layers.app(),
                "Messaging",
                StackIdentity.layer(layers.settings(), "Messaging", "a work queue for each option"));
        ComputeOption.mounted().forEach(this::addQueue);
    }

    public IQueue queueOf(ComputeOption option) {
        return queues.get(option);
    }

    private void addQueue(ComputeOption option) {
        IQueue queue = new WorkQueue(this, option).queue();
        exportValue(queue.getQueueArn());
        exportValue(queue.getQueueUrl());
        exportValue(queue.getQueueName());
        queues.put(option, queue);
    }
}
