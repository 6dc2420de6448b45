package atlas.functions;

import atlas.functions.LoopbackRuntimeApi.Answer;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lambda between a queue and a function that reports batch item failures, a message a batch: what is not returned is
 * deleted, what was received too often goes to the dead-letter queue. Source: docs.aws.amazon.com/lambda, "Handling
 * errors for an SQS event source".
 */
final class SqsEventSource {
    private final RunningFunction function;
    private final int maxReceiveCount;

    SqsEventSource(RunningFunction function, int maxReceiveCount) {
        this.function = function;
        this.maxReceiveCount = maxReceiveCount;
    }

    /** The ids of those messages of {@code event} that end in the dead-letter queue. */
    List<String> deadLetters(Map<String, Object> event) throws IOException {
        var dead = new ArrayList<String>();
        for (Map<String, Object> message : messages(event)) {
            if (!isDeletedInTime(message)) {
                dead.add((String) message.get("messageId"));
            }
        }
        return dead;
    }

    private boolean isDeletedInTime(Map<String, Object> message) throws IOException {
        String batch = JSON.std.asString(Map.of("Records", List.of(message)));
        for (int received = 1; received <= maxReceiveCount; received++) {
            if (returned(batch, function.invoke(batch)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The ids of the messages that become visible again: all, unless the answer names just those that failed. */
    static Set<String> returned(String batch, Answer answer) throws IOException {
        var ids = new HashSet<String>();
        messages(JSON.std.mapFrom(batch)).forEach(message -> ids.add((String) message.get("messageId")));
        if (answer.failed()) {
            return ids;
        }
        var failed = new HashSet<String>();
        if (JSON.std.mapFrom(answer.json()).get("batchItemFailures") instanceof List<?> items) {
            items.forEach(item -> failed.add((String) ((Map<?, ?>) item).get("itemIdentifier")));
        }
        return ids.containsAll(failed) ? failed : ids;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> messages(Map<String, Object> event) {
        return (List<Map<String, Object>>) event.get("Records");
    }
}
