package atlas.compare.prices.list;

import atlas.compare.prices.Confidence;
import atlas.compare.prices.Price;
import atlas.compare.prices.PriceBook;
import atlas.compare.prices.Snapshot;
import atlas.compare.prices.Tier;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Small offer files of us-east-1, with the neighbours that the real ones have. */
public final class Fixtures {
    private Fixtures() {}

    public static Path folder() {
        try {
            return Path.of(Fixtures.class.getResource("offers").toURI()).getParent();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static OfferFiles files() {
        return new OfferFolder(folder());
    }

    static Snapshot snapshot(Price... prices) {
        return new Snapshot(
                LocalDate.parse("2026-11-22"), 730, new PriceBook("us-east-1", List.of(prices)), new TreeMap<>());
    }

    /** @param tiers such as {@code 0.09} or {@code 10240:0.085} */
    static Price price(String key, String... tiers) {
        return price(key, Price.NO_END, tiers);
    }

    static Price price(String key, BigDecimal upTo, String... tiers) {
        return new Price(
                key,
                "GB",
                Arrays.stream(tiers)
                        .map(tier -> tier.contains(":") ? tier : "0:" + tier)
                        .map(tier -> new Tier(new BigDecimal(tier.split(":")[0]), new BigDecimal(tier.split(":")[1])))
                        .toList(),
                upTo,
                Confidence.READ,
                "a test",
                "2026",
                "");
    }
}
