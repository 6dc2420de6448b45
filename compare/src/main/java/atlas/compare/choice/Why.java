package atlas.compare.choice;

import atlas.compare.report.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Says in a sentence why the first is first, or that nobody is. */
final class Why {
    private Why() {}

    static String of(Ranking ranking, Needs needs) {
        List<Placed> fitting = ranking.fitting();
        if (fitting.isEmpty()) {
            return "none of the %d options does all that is needed"
                    .formatted(ranking.all().size());
        }
        Placed first = fitting.get(0);
        String sentence = fitting.size() == 1
                ? "%s is the only one that does all that is needed".formatted(id(first))
                : "%s comes first: %s".formatted(id(first), ahead(first, fitting.get(1)));
        return needs.budgetUsd().isPresent() && !first.keeps(Level.BUDGET)
                ? "nothing that fits stays within %s USD a month; %s"
                        .formatted(Money.usd(needs.budgetUsd().get()), sentence)
                : sentence;
    }

    private static String ahead(Placed first, Placed second) {
        for (Level level : Level.values()) {
            if (first.broken(level) < second.broken(level)) {
                return "%s, and %s %s%s".formatted(level.better(), id(second), level.worse(), though(first, second));
            }
        }
        BigDecimal less = cents(second).subtract(cents(first));
        return "it costs %s USD a month, %s less than %s, which is next"
                .formatted(Money.usd(first.candidate().cost()), Money.usd(less), id(second));
    }

    private static String though(Placed first, Placed second) {
        BigDecimal less = cents(first).subtract(cents(second));
        return less.signum() > 0 ? ", though it costs %s USD a month less".formatted(Money.usd(less)) : "";
    }

    /** As it is printed, so that the difference is that of the figures beside it. */
    private static BigDecimal cents(Placed placed) {
        return placed.candidate().cost().setScale(2, RoundingMode.HALF_UP);
    }

    private static String id(Placed placed) {
        return placed.candidate().id();
    }
}
