package atlas.compare.report;

import atlas.compare.facts.Certainty;
import atlas.compare.facts.Fact;
import atlas.compare.facts.Source;
import java.util.ArrayList;
import java.util.List;

/** Numbers for sources, in the order in which a reader meets them. */
final class Footnotes {
    private final List<Source> sources = new ArrayList<>();

    /** A fact with the numbers of its sources, and a mark where it is not sure: {@code 15 min [U] [3]}. */
    String marked(Fact fact) {
        StringBuilder text = new StringBuilder(fact.value());
        if (fact.certainty() == Certainty.UNVERIFIED) {
            text.append(" [U]");
        }
        fact.sources()
                .forEach(source -> text.append(" [").append(number(source)).append(']'));
        return text.toString();
    }

    private int number(Source source) {
        int known = sources.indexOf(source);
        if (known >= 0) {
            return known + 1;
        }
        sources.add(source);
        return sources.size();
    }

    List<Source> sources() {
        return List.copyOf(sources);
    }
}
