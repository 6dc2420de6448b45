package atlas.compare.choice;

import atlas.compare.facts.Answers;
import atlas.compare.facts.Fact;
import atlas.compare.facts.FactRow;
import atlas.compare.facts.Facts;
import java.util.Optional;

/** No request waits for a start. */
record ColdStartRule(Facts facts) implements Rule {
    private static final String ROW = "cold-start";

    @Override
    public Optional<Reason> judge(Candidate candidate) {
        FactRow row = facts.limits().row(ROW).orElseThrow(() -> new IllegalStateException("no facts about " + ROW));
        Optional<Fact> fact = row.of(candidate.id());
        return Optional.of(new Reason(
                Level.WISH,
                ROW,
                fact.filter(known -> known.says(Answers.NO)).isPresent(),
                "%s? %s".formatted(row.title(), fact.map(Fact::value).orElse("not known here")),
                Evidence.CITED,
                fact.map(RequirementRule::sources).orElse("no facts about this option")));
    }
}
