package atlas.compare.choice;

import atlas.compare.report.Money;
import java.math.BigDecimal;
import java.util.Optional;

/** It costs no more than it may. What is missing on a bill may cost anything, so such a bill keeps no budget. */
record BudgetRule(BigDecimal budget) implements Rule {
    @Override
    public Optional<Reason> judge(Candidate candidate) {
        BigDecimal over = candidate.cost().subtract(budget);
        boolean complete = candidate.idle().isComplete();
        String may = Money.usd(budget);
        String text = over.signum() > 0
                ? "it costs %s USD a month more than the %s it may".formatted(Money.usd(over), may)
                : complete
                        ? "it stays within %s USD a month".formatted(may)
                        : "nobody can say whether it stays within %s USD a month".formatted(may);
        return Optional.of(Reason.computed(Level.BUDGET, "budget", over.signum() <= 0 && complete, text, "its bill"));
    }
}
