package atlas.compare.choice;

import java.util.Optional;

/** It carries the workload in its busiest hour, as the template is written. */
record CapacityRule() implements Rule {
    @Override
    public Optional<Reason> judge(Candidate candidate) {
        boolean kept = candidate.bill().isCarried();
        if (kept && candidate.units().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Reason.computed(
                Level.CAPACITY,
                "capacity",
                kept,
                kept
                        ? "it carries the busiest hour, with " + candidate.units()
                        : "it does not carry the busiest hour until more is allowed: "
                                + String.join("; ", candidate.bill().refusals()),
                "its template and the workload"));
    }
}
