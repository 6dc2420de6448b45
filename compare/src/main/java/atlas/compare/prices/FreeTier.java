package atlas.compare.prices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What AWS gives each account for nothing every month, for ever. A bill leaves it out unless it is asked for: other things in
 * the account may have used it up.
 *
 * @param reviewed when somebody last looked through it
 */
public record FreeTier(LocalDate reviewed, List<Offer> offers) {

    /**
     * @param keys whose use it covers, all of them together
     * @param quantity a month
     * @param unit of these keys
     */
    public record Offer(
            List<String> keys, BigDecimal quantity, String unit, Confidence confidence, String source, String date) {
        public Offer {
            keys = List.copyOf(keys);
            if (keys.isEmpty() || quantity.signum() <= 0) {
                throw new IllegalArgumentException(
                        "a free offer needs keys and a quantity > 0, got %s of %s".formatted(quantity, keys));
            }
        }
    }

    public FreeTier {
        offers = List.copyOf(offers);
    }

    /** The one in the repository. */
    public static FreeTier read() {
        try (InputStream file = FreeTier.class.getResourceAsStream("free-tier.yaml")) {
            Map<String, Object> tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return new FreeTier(
                    LocalDate.parse(tree.get("reviewed").toString()),
                    ((List<?>) tree.get("offers"))
                            .stream().map(row -> offer((Map<?, ?>) row)).toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** How much of a month's use of the key is free; 0 where none is. Keys of one {@link Offer} share it. */
    public BigDecimal free(String priceKey) {
        return find(priceKey).map(Offer::quantity).orElse(BigDecimal.ZERO);
    }

    /** The offer that covers the key. */
    public Optional<Offer> find(String priceKey) {
        return offers.stream().filter(offer -> offer.keys().contains(priceKey)).findFirst();
    }

    private static Offer offer(Map<?, ?> row) {
        return new Offer(
                ((List<?>) row.get("keys")).stream().map(Object::toString).toList(),
                new BigDecimal(row.get("quantity").toString()),
                row.get("unit").toString(),
                Arrays.stream(Confidence.values())
                        .filter(one -> one.title().equals(row.get("confidence")))
                        .findFirst()
                        .orElseThrow(),
                row.get("source").toString(),
                row.get("date").toString());
    }
}
