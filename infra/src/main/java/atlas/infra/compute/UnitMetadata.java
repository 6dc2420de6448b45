package atlas.infra.compute;

import atlas.infra.ComputeOption;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;

/**
 * What a stack tells the comparison in its template: the unit that carries requests, and how many of them there may be.
 *
 * @param unit instance, node, task or environment
 * @param vcpu of one unit
 * @param memoryMiB of one unit
 * @param min fewest units; 0 for an option that costs nothing while idle
 * @param max most units; 0 where only the account's quota ends it
 */
record UnitMetadata(ComputeOption option, String unit, double vcpu, int memoryMiB, int min, int max) {
    static final String KEY = "ComputeAtlas";

    void addTo(Stack stack) {
        Map<String, Object> unitOf = new TreeMap<>();
        unitOf.put("option", option.id());
        unitOf.put("unit", unit);
        unitOf.put("vcpu", vcpu);
        unitOf.put("memoryMiB", memoryMiB);
        unitOf.put("min", min);
        unitOf.put("max", max);
        stack.getTemplateOptions().setMetadata(Map.of(KEY, unitOf));
    }
}
