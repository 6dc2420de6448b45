package atlas.compare.choice;

import java.util.Locale;

/** What counts before what: a reason of an earlier level outweighs all of the later ones. The cost comes after them. */
public enum Level {
    /** Whoever breaks one is ruled out. */
    MUST("it does all that is needed", "does not"),
    /** It carries the workload as its template is. */
    CAPACITY("it carries the busiest hour as its template is", "does not"),
    /** It costs no more than it may. */
    BUDGET("it stays within the budget", "does not"),
    /** Its bill has all that costs something, so that it can be held against others. */
    BILL("its bill is complete", "has none that is"),
    /** It does as somebody would like. */
    WISH("no request waits for a start", "may let one wait");

    private final String better;
    private final String worse;

    Level(String better, String worse) {
        this.better = better;
        this.worse = worse;
    }

    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is said of somebody who keeps it better than the next. */
    String better() {
        return better;
    }

    /** What is said of the next. */
    String worse() {
        return worse;
    }
}
