package atlas.compare.report.html;

import atlas.compare.comparison.Comparison;
import atlas.compare.comparison.Comparison.Entry;
import atlas.compare.inventory.Inventory;
import atlas.compare.report.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every two set-ups side by side. */
record Differences(List<Twosome> pairs, List<Choice> choices) {
    /** An option, to be chosen. */
    record Choice(String id, String title) {}

    static Differences of(Comparison comparison) {
        Map<String, Map<String, String>> figures = new LinkedHashMap<>();
        List<Entry> entries = comparison.ranked();
        entries.forEach(entry -> figures.put(entry.id(), Figures.of(Inventory.of(entry.setUp()))));
        List<Twosome> pairs = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            for (int k = i + 1; k < entries.size(); k++) {
                Entry left = entries.get(i);
                Entry right = entries.get(k);
                pairs.add(Twosome.of(left, right, figures.get(left.id()), figures.get(right.id())));
            }
        }
        return new Differences(
                pairs,
                entries.stream()
                        .map(entry -> new Choice(entry.id(), entry.setUp().title()))
                        .toList());
    }

    /** Whether there are two to hold side by side. */
    boolean any() {
        return !pairs.isEmpty();
    }
}
