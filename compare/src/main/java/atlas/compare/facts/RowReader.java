package atlas.compare.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads a row as it lies in a file, where columns that have the same fact share it. */
final class RowReader {
    private final Map<String, Source> sources;

    RowReader(Map<String, Source> sources) {
        this.sources = sources;
    }

    /** Fills every column, and refuses a fact twice or for what is no column. */
    FactRow row(Entry entry, List<Subject> columns) {
        entry.with("id", "title", "answers", "facts");
        Answers answers = entry.has("answers") ? answers(entry) : Answers.FREE;
        Map<String, Fact> found = new LinkedHashMap<>();
        for (Entry group : entry.entries("facts")) {
            Fact fact = fact(group.with("of", "value", "source", "confidence"), answers);
            for (String subject : group.texts("of")) {
                if (found.put(subject, fact) != null) {
                    throw entry.refused("two facts for " + subject);
                }
            }
        }
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (Subject column : columns) {
            Fact fact = found.remove(column.id());
            if (fact == null) {
                throw entry.refused("no fact for " + column.id());
            }
            facts.put(column.id(), fact);
        }
        if (!found.isEmpty()) {
            throw entry.refused("%s is no column; there are %s"
                    .formatted(
                            found.keySet().iterator().next(),
                            columns.stream().map(Subject::id).collect(Collectors.joining(", "))));
        }
        return new FactRow(entry.text("id"), entry.text("title"), facts);
    }

    private static Answers answers(Entry entry) {
        return Answers.titled(entry.text("answers"))
                .orElseThrow(() -> entry.refused("answers must be %s, got %s"
                        .formatted(
                                Arrays.stream(Answers.values())
                                        .map(Answers::title)
                                        .collect(Collectors.joining(", ")),
                                entry.text("answers"))));
    }

    private Fact fact(Entry entry, Answers answers) {
        String title = entry.text("confidence");
        Certainty certainty = Certainty.titled(title)
                .orElseThrow(() -> entry.refused("confidence must be %s, got %s"
                        .formatted(
                                Arrays.stream(Certainty.values())
                                        .map(Certainty::title)
                                        .collect(Collectors.joining(", ")),
                                title)));
        Fact fact;
        try {
            fact = new Fact(entry.text("value"), sources(entry), certainty);
        } catch (IllegalArgumentException refused) {
            throw entry.refused(refused.getMessage());
        }
        if (!answers.words().isEmpty()
                && certainty != Certainty.NOT_KNOWN
                && !answers.words().contains(fact.word())) {
            throw entry.refused("value must begin with %s and a colon, got %s"
                    .formatted(String.join(", ", answers.words()), fact.value()));
        }
        return fact;
    }

    private List<Source> sources(Entry entry) {
        List<Source> found = new ArrayList<>();
        for (String id : entry.texts("source")) {
            if (!sources.containsKey(id)) {
                throw entry.refused("no source is called " + id);
            }
            found.add(sources.get(id));
        }
        return found;
    }
}
