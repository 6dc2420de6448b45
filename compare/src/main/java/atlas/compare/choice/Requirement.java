package atlas.compare.choice;

import atlas.compare.facts.Answers;
import atlas.compare.facts.Fact;
import atlas.compare.facts.FactRow;
import atlas.compare.facts.FactTable;
import atlas.compare.facts.Facts;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What an option must be able to do, and the fact that tells whether it can. */
public enum Requirement {
    LONG_WORK("long-work", "does a piece of work take longer than 15 minutes?", "long-work"),
    OS_ACCESS(
            "os-access",
            "does it need the whole operating system: agents, kernel settings, a licence bound to the machine?",
            "os-access"),
    KUBERNETES("kubernetes", "must it run on Kubernetes?", "kubernetes"),
    GPU("gpu", "does it need a GPU?", "gpu"),
    CONTAINER_IMAGE("container-image", "is there a container image that has to run as it is?", "container-image"),
    WEBSOCKET("websocket", "do connections stay open (WebSocket)?", "websocket"),
    SCALE_TO_ZERO("scale-to-zero", "must it cost next to nothing while nobody asks?", "scale-to-zero"),
    PATCHED_BY_AWS(
            "patched-by-aws",
            "should AWS patch the operating system, and you never?",
            Facts::responsibilities,
            "guest-os",
            Set.of(Answers.AWS, Answers.NOBODY));

    private final String title;
    private final String question;
    private final Function<Facts, FactTable> table;
    private final String row;
    private final Set<String> words;

    Requirement(String title, String question, String limit) {
        this(title, question, Facts::limits, limit, Set.of(Answers.YES));
    }

    Requirement(String title, String question, Function<Facts, FactTable> table, String row, Set<String> words) {
        this.title = title;
        this.question = question;
        this.table = table;
        this.row = row;
        this.words = words;
    }

    /** As it is typed. */
    public String title() {
        return title;
    }

    /** As somebody is asked. */
    public String question() {
        return question;
    }

    FactRow in(Facts facts) {
        return table.apply(facts).row(row).orElseThrow(() -> new IllegalStateException("no facts about " + row));
    }

    /** What is not known does not hold: a guess would be worse. */
    boolean holds(Optional<Fact> fact) {
        return fact.map(Fact::word).filter(words::contains).isPresent();
    }
}
