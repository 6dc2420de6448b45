package atlas.compare.inventory;

import atlas.compare.template.Reference;
import java.util.List;
import java.util.Set;

/**
 * How many there may be of something, and what changes that.
 *
 * @param resource what scales, such as a service or an Auto Scaling group
 * @param unit what there is more or less of: task, instance, environment
 * @param rules empty where nothing changes it but a person
 */
public record Scaled(Reference resource, String type, String unit, Bounds bounds, List<ScalingRule> rules) {
    private static final Set<String> MACHINES = Set.of("task", "instance", "node");

    public Scaled {
        rules = List.copyOf(rules);
    }

    /** Whether it runs something while nobody asks. */
    boolean isMachines() {
        return MACHINES.contains(unit);
    }
}
