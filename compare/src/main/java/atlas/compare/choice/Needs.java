package atlas.compare.choice;

import atlas.compare.BadInput;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants of an option, besides the workload.
 *
 * @param requirements each of which rules out whoever cannot do it
 * @param avoidsColdStarts whether a request should never wait for a start; a wish, which rules nobody out
 * @param budgetUsd a month; empty for no limit
 */
public record Needs(
        Start start, Set<Requirement> requirements, boolean avoidsColdStarts, Optional<BigDecimal> budgetUsd) {
    /** Somebody asks for something, and nothing else was said. */
    public static final Needs NONE = new Needs(Start.REQUESTS, Set.of(), false, Optional.empty());

    public Needs {
        EnumSet<Requirement> ordered = EnumSet.noneOf(Requirement.class);
        ordered.addAll(requirements);
        requirements = Collections.unmodifiableSet(ordered);
        budgetUsd.filter(budget -> budget.signum() < 0).ifPresent(budget -> {
            throw new BadInput("a budget must be 0 USD a month or more, got " + budget.toPlainString());
        });
    }

    Needs without(Requirement requirement) {
        EnumSet<Requirement> fewer = EnumSet.noneOf(Requirement.class);
        fewer.addAll(requirements);
        fewer.remove(requirement);
        return new Needs(start, fewer, avoidsColdStarts, budgetUsd);
    }

    Needs withColdStarts() {
        return new Needs(start, requirements, false, budgetUsd);
    }
}
