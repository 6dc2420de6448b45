package atlas.infra.compute;

import atlas.infra.OffHours;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many pods there are: between bounds that the autoscaler keeps, and that jobs move by the clock.
 *
 * @param min fewest pods
 * @param max most pods
 */
record PodScaling(int min, int max, OffHours offHours) {
    /** For the manifests: bounds, and when which command of kubectl is due. */
    Map<String, Object> blanks() {
        Map<String, Object> blanks = new TreeMap<>();
        blanks.put("MIN_PODS", min);
        blanks.put("MAX_PODS", max);
        blanks.put("EVENING_SCHEDULE", at(OffHours.EVENING));
        blanks.put("MORNING_SCHEDULE", at(OffHours.MORNING));
        blanks.put("EVENING_COMMAND", offHours == OffHours.STOP ? scaleTo(0) : keepWithin(offHours.units(min)));
        blanks.put("MORNING_COMMAND", offHours == OffHours.STOP ? scaleTo(min) : keepWithin(max));
        return blanks;
    }

    private static String at(int hour) {
        return "0 %d * * %s".formatted(hour, OffHours.WORKDAYS);
    }

    /** With no pod at all the autoscaler rests, until somebody asks for one again. */
    private static List<String> scaleTo(int pods) {
        return List.of("scale", "deployment/app", "--replicas=" + pods);
    }

    private static List<String> keepWithin(int most) {
        return List.of(
                "patch", "horizontalpodautoscaler/app", "--patch={\"spec\":{\"maxReplicas\":%d}}".formatted(most));
    }
}
