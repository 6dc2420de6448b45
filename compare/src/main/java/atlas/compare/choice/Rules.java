package atlas.compare.choice;

import atlas.compare.facts.Facts;
import java.util.ArrayList;
import java.util.List;

/** Those that what somebody needs calls for. */
final class Rules {
    private Rules() {}

    static List<Rule> of(Needs needs, Facts facts) {
        List<Rule> rules = new ArrayList<>();
        rules.add(new StartRule(needs.start()));
        needs.requirements().forEach(requirement -> rules.add(new RequirementRule(requirement, facts)));
        rules.add(new LimitRule());
        rules.add(new CapacityRule());
        needs.budgetUsd().ifPresent(budget -> rules.add(new BudgetRule(budget)));
        rules.add(new BillRule());
        if (needs.avoidsColdStarts()) {
            rules.add(new ColdStartRule(facts));
        }
        return rules;
    }
}
