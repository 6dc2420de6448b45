package atlas.compare.facts;

import atlas.compare.prices.Confidence;
import atlas.compare.prices.Price;
import atlas.compare.prices.PriceBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facts made of prices: what a unit costs, and what some quantities of several come to. */
final class PriceFacts {
    private final PriceBook prices;

    PriceFacts(PriceBook prices) {
        this.prices = prices;
    }

    /** What one costs, where the entry names a price. */
    Fact price(Entry entry, String subject) {
        String key = entry.text(subject);
        Optional<Price> price = prices.find(key);
        return price.map(found -> new Fact(
                        "%s USD a %s".formatted(found.first().toPlainString(), found.unit()),
                        List.of(source(found)),
                        certainty(found)))
                .orElseGet(() -> unknown(List.of(key)));
    }

    /** What a list of quantities and prices comes to a month; not known where one of the prices is not. */
    Fact cost(Entry entry, String subject) {
        BigDecimal total = BigDecimal.ZERO;
        Certainty certainty = Certainty.READ;
        List<String> terms = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Entry part : entry.entries(subject)) {
            String key = part.with("price", "times").text("price");
            Optional<Price> price = prices.find(key);
            if (price.isEmpty()) {
                missing.add(key);
                continue;
            }
            List<Integer> factors = part.numbers("times");
            BigDecimal quantity =
                    factors.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ONE, BigDecimal::multiply);
            total = total.add(price.get().of(quantity));
            terms.add("%s × %s"
                    .formatted(
                            String.join(
                                    " × ", factors.stream().map(String::valueOf).toList()),
                            price.get().first().toPlainString()));
            sources.add(source(price.get()));
            certainty = certainty(price.get()) == Certainty.READ ? certainty : Certainty.UNVERIFIED;
        }
        return missing.isEmpty()
                ? new Fact(
                        "%,.2f USD = %s".formatted(total.setScale(2, RoundingMode.HALF_UP), String.join(" + ", terms)),
                        sources,
                        certainty)
                : unknown(missing);
    }

    private static Certainty certainty(Price price) {
        return price.confidence() == Confidence.READ ? Certainty.READ : Certainty.UNVERIFIED;
    }

    private Source source(Price price) {
        return new Source(price.key(), title(price.key()), file(), price.date());
    }

    private Fact unknown(List<String> keys) {
        return new Fact(
                Fact.NOT_KNOWN,
                keys.stream()
                        .map(key -> new Source(key, title(key), file(), "no such price"))
                        .toList(),
                Certainty.NOT_KNOWN);
    }

    private String title(String key) {
        return "price %s in %s".formatted(key, prices.region());
    }

    private String file() {
        return "compare/src/main/resources/atlas/compare/prices/%s.json".formatted(prices.region());
    }
}
