package atlas.compare.prices;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The prices of one region, in USD. What it lacks is not priced there: no region borrows another's. */
public final class PriceBook {
    private final String region;
    private final Map<String, Price> prices = new TreeMap<>();

    public PriceBook(String region, Collection<Price> prices) {
        this.region = region;
        prices.forEach(price -> {
            if (this.prices.put(price.key(), price) != null) {
                throw new IllegalArgumentException("two prices for " + price.key());
            }
        });
    }

    public String region() {
        return region;
    }

    public Optional<Price> find(String key) {
        return Optional.ofNullable(prices.get(key));
    }

    /** In the order of their keys. */
    public Collection<Price> all() {
        return prices.values();
    }
}
