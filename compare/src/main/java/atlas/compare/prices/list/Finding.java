package atlas.compare.prices.list;

import atlas.compare.prices.Price;
import atlas.compare.prices.Snapshot;
import atlas.compare.prices.Tier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A key of the snapshot beside what the Price List says to it.
 *
 * @param known in the snapshot; empty where the snapshot lacks it
 * @param answer of the Price List
 */
public record Finding(String key, Optional<Price> known, Answer answer) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext SHOWN = new MathContext(3);

    /** As reports write it. */
    public enum Status {
        OK,
        CHANGED,
        NEW,
        NOT_FOUND,
        UNCLEAR;

        public String title() {
            return name().replace('_', ' ');
        }
    }

    /** Of each key that was asked for; one that neither side knows is none. */
    public static List<Finding> of(Snapshot snapshot, Reading reading) {
        return reading.answers().entrySet().stream()
                .map(entry -> new Finding(entry.getKey(), snapshot.prices().find(entry.getKey()), entry.getValue()))
                .filter(finding -> finding.known().isPresent() || !(finding.answer() instanceof Answer.NotFound))
                .toList();
    }

    public Status status() {
        if (answer instanceof Answer.NotFound) {
            return Status.NOT_FOUND;
        }
        if (answer instanceof Answer.Unclear) {
            return Status.UNCLEAR;
        }
        if (known.isEmpty()) {
            return Status.NEW;
        }
        return percent().signum() == 0 ? Status.OK : Status.CHANGED;
    }

    /** What the snapshot says; empty where it lacks the key. */
    public String was() {
        return known.map(Price::tiersText).orElse("");
    }

    /** What the Price List says; empty where it says nothing clear. */
    public String is() {
        return answer instanceof Answer.Listed listed ? listed.price().tiersText() : "";
    }

    /** Why there is no price; empty where there is one. */
    public String why() {
        if (answer instanceof Answer.NotFound notFound) {
            return notFound.why();
        }
        return answer instanceof Answer.Unclear unclear ? unclear.why() : "";
    }

    /**
     * By how much the price of a unit changed, at the quantity where it changed most; only where both sides know it. A price
     * that was 0 changed by 100.
     */
    public BigDecimal percent() {
        if (known.isEmpty() || !(answer instanceof Answer.Listed listed)) {
            return BigDecimal.ZERO;
        }
        Price was = known.get();
        Price is = listed.price();
        TreeSet<BigDecimal> quantities = new TreeSet<>();
        was.tiers().forEach(tier -> quantities.add(tier.from()));
        is.tiers().forEach(tier -> quantities.add(tier.from()));
        return quantities.headSet(was.upTo().min(is.upTo())).stream()
                .map(quantity -> percent(unitAt(was, quantity), unitAt(is, quantity)))
                .max((one, other) -> one.abs().compareTo(other.abs()))
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal percent(BigDecimal was, BigDecimal is) {
        if (was.signum() == 0) {
            return is.signum() == 0 ? BigDecimal.ZERO : HUNDRED;
        }
        return is.subtract(was).multiply(HUNDRED).divide(was, SHOWN).stripTrailingZeros();
    }

    private static BigDecimal unitAt(Price price, BigDecimal quantity) {
        return price.tiers().stream()
                .filter(tier -> tier.from().compareTo(quantity) <= 0)
                .reduce((earlier, later) -> later)
                .map(Tier::usd)
                .orElseThrow();
    }
}
