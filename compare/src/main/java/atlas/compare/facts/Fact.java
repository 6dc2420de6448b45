package atlas.compare.facts;

import java.util.List;

/**
 * One thing that is known of something that runs an app, or is known not to be known.
 *
 * @param value as a reader wants it; where the row is a question, its answer, then a colon and the reason
 * @param sources where it was read, or looked for; at least one
 */
public record Fact(String value, List<Source> sources, Certainty certainty) {
    static final String NOT_KNOWN = "not known here";

    public Fact {
        sources = List.copyOf(sources);
        if (value.isBlank() || sources.isEmpty()) {
            throw new IllegalArgumentException("a fact needs a value and a source");
        }
        if (value.equals(NOT_KNOWN) != (certainty == Certainty.NOT_KNOWN)) {
            throw new IllegalArgumentException("what is \"%s\" has the confidence \"%s\", and nothing else has"
                    .formatted(NOT_KNOWN, Certainty.NOT_KNOWN.title()));
        }
    }

    /** What it says before the colon. */
    public String word() {
        return value.split(":", 2)[0];
    }

    public boolean says(String word) {
        return word().equals(word);
    }
}
