package atlas.compare.choice;

import atlas.compare.facts.Certainty;
import atlas.compare.facts.Fact;
import atlas.compare.facts.FactRow;
import atlas.compare.facts.Facts;
import java.util.Optional;
import java.util.stream.Collectors;

/** It can do what is required, by what is known of it. */
record RequirementRule(Requirement requirement, Facts facts) implements Rule {
    @Override
    public Optional<Reason> judge(Candidate candidate) {
        FactRow row = requirement.in(facts);
        Optional<Fact> fact = row.of(candidate.id());
        return Optional.of(new Reason(
                Level.MUST,
                requirement.title(),
                requirement.holds(fact),
                "%s? %s".formatted(row.title(), fact.map(Fact::value).orElse("not known here")),
                Evidence.CITED,
                fact.map(RequirementRule::sources).orElse("no facts about this option")));
    }

    static String sources(Fact fact) {
        String sources = fact.sources().stream()
                .map(source -> source.title() + " " + source.read())
                .collect(Collectors.joining("; "));
        return fact.certainty() == Certainty.UNVERIFIED ? "unverified, " + sources : sources;
    }
}
