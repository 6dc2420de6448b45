package atlas.compare.inventory;

import atlas.compare.template.Reference;
import java.util.List;

/**
 * What is watched.
 *
 * @param condition such as {@code AWS/SQS ApproximateNumberOfMessagesVisible >= 20}
 * @param actions what it does when it goes off: names of the template's resources, else ARNs; empty when it tells nobody
 */
public record Alarm(Reference resource, String type, String condition, List<String> actions) {
    public Alarm {
        actions = List.copyOf(actions);
    }
}
