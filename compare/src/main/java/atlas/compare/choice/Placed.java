package atlas.compare.choice;

import java.util.List;

/** An option with the reasons for its place, those that weigh most first. */
public record Placed(Candidate candidate, List<Reason> reasons) {
    public Placed {
        reasons = List.copyOf(reasons);
    }

    /** Whether nothing rules it out. */
    public boolean fits() {
        return broken(Level.MUST) == 0;
    }

    public boolean keeps(Level level) {
        return broken(level) == 0;
    }

    /** How many reasons of a level speak against it. */
    long broken(Level level) {
        return reasons.stream()
                .filter(reason -> reason.level() == level && !reason.kept())
                .count();
    }

    /** What rules it out. */
    public List<Reason> objections() {
        return reasons.stream()
                .filter(reason -> reason.level() == Level.MUST && !reason.kept())
                .toList();
    }
}
