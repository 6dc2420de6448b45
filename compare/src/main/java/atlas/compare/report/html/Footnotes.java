package atlas.compare.report.html;

import atlas.compare.facts.Source;
import atlas.compare.report.html.FactTables.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers the sources in the order in which they are first cited. */
final class Footnotes {
    private final Map<String, Reference> references = new LinkedHashMap<>();

    int number(Source source) {
        return references
                .computeIfAbsent(
                        source.id(),
                        id -> new Reference(
                                references.size() + 1, source.title(), source.at(), source.isOurs(), source.read()))
                .number();
    }

    List<Reference> references() {
        return new ArrayList<>(references.values());
    }
}
