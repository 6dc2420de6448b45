package atlas.compare.prices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PriceTest {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    @Property
    void costsWhatItsUnitsCostOneByOne(@ForAll("prices") Price price, @ForAll @IntRange(max = 300) int quantity) {
        BigDecimal oneByOne = BigDecimal.ZERO;
        for (int unit = 0; unit < quantity; unit++) {
            oneByOne = oneByOne.add(priceOfUnit(price, unit));
        }
        assertEquals(0, oneByOne.compareTo(price.of(BigDecimal.valueOf(quantity))));
    }

    @Property
    void neverFallsAsMoreIsUsed(
            @ForAll("prices") Price price,
            @ForAll("quantities") BigDecimal less,
            @ForAll("quantities") BigDecimal more) {
        assertTrue(price.of(less.min(more)).compareTo(price.of(less.max(more))) <= 0);
    }

    @Property
    void isContinuousWhereATierBegins(@ForAll("prices") Price price) {
        for (Tier tier : price.tiers().subList(1, price.tiers().size())) {
            BigDecimal step = price.of(tier.from().add(CENT))
                    .subtract(price.of(tier.from().subtract(CENT)));
            BigDecimal dearest = price.tiers().stream()
                    .map(Tier::usd)
                    .max(BigDecimal::compareTo)
                    .orElseThrow();
            assertTrue(
                    step.compareTo(dearest.multiply(new BigDecimal("0.02"))) <= 0, () -> price + " jumps by " + step);
        }
    }

    @Test
    void refusesAQuantityBeyondWhatIsKnown() {
        Price price = price(new BigDecimal("6000000000"), tier("0", "0.0000166667"));
        assertEquals(new BigDecimal("100000.2000000000"), price.of(new BigDecimal("6000000000")));
        assertEquals(
                "lambda:x86:gb-s is priced for 0 to 6000000000 GB-s a month, got 6000000001",
                assertThrows(IllegalArgumentException.class, () -> price.of(new BigDecimal("6000000001")))
                        .getMessage());
    }

    @Test
    void refusesANegativeQuantity() {
        Price price = price(Price.NO_END, tier("0", "0.0000166667"));
        assertEquals(
                "lambda:x86:gb-s is priced for 0 or more GB-s a month, got -1",
                assertThrows(IllegalArgumentException.class, () -> price.of(new BigDecimal("-1")))
                        .getMessage());
    }

    @Test
    void refusesAnEndBeforeItsLastTier() {
        assertEquals(
                "lambda:x86:gb-s needs its last tier to begin before 100",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> price(new BigDecimal(100), tier("0", "2"), tier("100", "1")))
                        .getMessage());
    }

    @Provide
    Arbitrary<Price> prices() {
        Arbitrary<TreeSet<Integer>> bounds =
                Arbitraries.integers().between(1, 250).set().ofMaxSize(4).map(TreeSet::new);
        Arbitrary<List<BigDecimal>> usd = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.TEN)
                .list()
                .ofSize(5);
        return Combinators.combine(bounds, usd).as((from, prices) -> {
            Iterator<BigDecimal> next = prices.iterator();
            List<Tier> tiers = new ArrayList<>(List.of(new Tier(BigDecimal.ZERO, next.next())));
            from.forEach(bound -> tiers.add(new Tier(BigDecimal.valueOf(bound), next.next())));
            return price(Price.NO_END, tiers.toArray(Tier[]::new));
        });
    }

    @Provide
    Arbitrary<BigDecimal> quantities() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(400))
                .ofScale(3);
    }

    private static BigDecimal priceOfUnit(Price price, int unit) {
        return price.tiers().stream()
                .filter(tier -> tier.from().compareTo(BigDecimal.valueOf(unit)) <= 0)
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .usd();
    }

    private static Price price(BigDecimal upTo, Tier... tiers) {
        return new Price("lambda:x86:gb-s", "GB-s", List.of(tiers), upTo, Confidence.READ, "a test", "2026-11-22", "");
    }

    private static Tier tier(String from, String usd) {
        return new Tier(new BigDecimal(from), new BigDecimal(usd));
    }
}
