package atlas.compare.bill;

import atlas.compare.prices.FreeTier.Offer;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is left of the free offers while a bill is made: lines of one offer share it, the first ones first. */
final class FreeUse {
    private final List<Offer> offers;
    private final Map<Offer, BigDecimal> used = new HashMap<>();

    FreeUse(List<Offer> offers) {
        this.offers = offers;
    }

    /** So much of the quantity costs nothing; it is used up by asking. */
    BigDecimal take(String priceKey, BigDecimal quantity) {
        return offers.stream()
                .filter(offer -> offer.keys().contains(priceKey))
                .findFirst()
                .map(offer -> {
                    BigDecimal taken = used.getOrDefault(offer, BigDecimal.ZERO);
                    BigDecimal free = offer.quantity().subtract(taken).min(quantity);
                    used.put(offer, taken.add(free));
                    return free;
                })
                .orElse(BigDecimal.ZERO);
    }
}
