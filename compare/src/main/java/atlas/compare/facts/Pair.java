package atlas.compare.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A comparison that many ask for, made of the other tables, of prices, and of what only it needs.
 *
 * @param question what it is about, as somebody would ask it
 * @param chooseWhen by the subject's id, in the order of the columns; advice, not a fact
 */
public record Pair(FactTable table, String question, Map<String, String> chooseWhen) {
    public Pair {
        chooseWhen = Collections.unmodifiableMap(new LinkedHashMap<>(chooseWhen));
    }

    public String id() {
        return table.id();
    }
}
