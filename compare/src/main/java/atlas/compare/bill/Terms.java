package atlas.compare.bill;

import atlas.compare.prices.FreeTier.Offer;
import atlas.compare.prices.PriceBook;
import atlas.compare.workload.Workload;
import java.math.BigDecimal;
import java.util.List;

/**
 * On which terms a bill is made.
 *
 * @param free what AWS gives for nothing every month; empty leaves the free tier out
 * @param raised whether maxima, throttles and quotas, which a setting or a request to AWS raises, are taken as raised
 */
public record Terms(
        PriceBook prices,
        Workload workload,
        PurchaseModel purchase,
        Running running,
        List<Offer> free,
        boolean raised) {

    public Terms {
        free = List.copyOf(free);
    }

    public static Terms of(PriceBook prices, Workload workload) {
        return new Terms(prices, workload, PurchaseModel.AS_WRITTEN, Running.ALWAYS, List.of(), false);
    }

    public Terms with(Workload other) {
        return new Terms(prices, other, purchase, running, free, raised);
    }

    public Terms at(BigDecimal requestsPerSecond) {
        return with(workload.at(requestsPerSecond));
    }

    public Terms whenRaised() {
        return new Terms(prices, workload, purchase, running, free, true);
    }
}
