package atlas.compare.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One question, answered for every column.
 *
 * @param title the question in a few words
 * @param facts by the subject's id, in the order of the columns
 */
public record FactRow(String id, String title, Map<String, Fact> facts) {
    public FactRow {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** Empty for what is no column. */
    public Optional<Fact> of(String subject) {
        return Optional.ofNullable(facts.get(subject));
    }
}
