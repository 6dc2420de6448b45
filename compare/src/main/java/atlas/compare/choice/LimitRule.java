package atlas.compare.choice;

import java.util.Optional;

/** It breaks no limit that nobody can raise. No request reaches what the clock starts, and so none breaks one there. */
record LimitRule() implements Rule {
    @Override
    public Optional<Reason> judge(Candidate candidate) {
        if (candidate.raised().isCarried() || candidate.start() == Start.CLOCK) {
            return Optional.empty();
        }
        String refusals = String.join("; ", candidate.raised().refusals());
        return Optional.of(Reason.computed(Level.MUST, "limits", false, refusals, "its template and the workload"));
    }
}
