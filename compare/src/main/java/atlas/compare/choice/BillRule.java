package atlas.compare.choice;

import atlas.compare.bill.NotPriced;
import atlas.compare.prices.Confidence;
import atlas.compare.report.Money;
import java.util.List;
import java.util.Optional;

/** What it costs, and whether that is all it costs. */
record BillRule() implements Rule {
    @Override
    public Optional<Reason> judge(Candidate candidate) {
        boolean kept = candidate.idle().isComplete();
        Confidence sure = candidate.bill().confidence();
        String cost = "it costs %s%s USD a month%s, %s of it when nobody asks%s"
                .formatted(
                        kept ? "" : "at least ",
                        Money.usd(candidate.cost()),
                        candidate.bill().isCarried() ? "" : " with as many units as it takes",
                        Money.usd(candidate.idle().total()),
                        sure == Confidence.READ ? "" : "; its prices are in part " + sure.title());
        List<String> missing = candidate.idle().notPriced().stream()
                .map(NotPriced::why)
                .distinct()
                .limit(2)
                .toList();
        return Optional.of(Reason.computed(
                Level.BILL, "bill", kept, kept ? cost : cost + "; " + String.join("; ", missing), "its bill"));
    }
}
