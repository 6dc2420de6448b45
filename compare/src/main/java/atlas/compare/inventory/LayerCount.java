package atlas.compare.inventory;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a set-up has on one layer.
 *
 * @param types how many resources of which type
 */
public record LayerCount(Layer layer, SortedMap<String, Integer> types) {
    public LayerCount {
        types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
    }

    public int resources() {
        return types.values().stream().mapToInt(Integer::intValue).sum();
    }
}
