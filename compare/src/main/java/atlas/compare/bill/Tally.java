package atlas.compare.bill;

import atlas.compare.prices.Price;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where meters write what they read. */
public final class Tally {
    private final SetUp setUp;
    private final Terms terms;
    private final Usage usage;
    private final FreeUse freeUse;
    /** Units by key of the price. */
    private final Map<String, BigDecimal> paid = new HashMap<>();

    private final List<Line> lines = new ArrayList<>();
    private final List<NotPriced> notPriced = new ArrayList<>();
    private final List<NeedsUsage> needsUsage = new ArrayList<>();
    private final Set<String> said = new HashSet<>();

    Tally(SetUp setUp, Terms terms, Usage usage) {
        this.setUp = setUp;
        this.terms = terms;
        this.usage = usage;
        freeUse = new FreeUse(terms.free());
    }

    public SetUp setUp() {
        return setUp;
    }

    public Terms terms() {
        return terms;
    }

    public Usage usage() {
        return usage;
    }

    /** All hours of the month. */
    public Quantity hours() {
        return Quantity.of(usage.hours(), "h");
    }

    public Optional<Price> price(String key) {
        return terms.prices().find(key);
    }

    /** One more line, or, where the region has no such price, one more thing that is not priced; nothing of nothing. */
    public void line(Resource resource, String item, Group group, Quantity quantity, String priceKey) {
        if (quantity.value().signum() == 0) {
            return;
        }
        price(priceKey)
                .ifPresentOrElse(
                        price -> line(resource, item, group, quantity, price),
                        () -> notPriced(
                                resource,
                                "%s: no price %s in %s"
                                        .formatted(
                                                item, priceKey, terms.prices().region())));
    }

    /** Tiers are those of the whole bill, as AWS counts an account. What is beyond those that are known is left out, and said. */
    public void line(Resource resource, String item, Group group, Quantity quantity, Price price) {
        BigDecimal before = paid.getOrDefault(price.key(), BigDecimal.ZERO);
        BigDecimal known = price.upTo().subtract(before);
        if (quantity.value().compareTo(known) > 0) {
            notPriced(
                    resource,
                    "%s: no price %s for more than %s %s a month"
                            .formatted(item, price.key(), Quantity.written(price.upTo()), price.unit()));
        }
        BigDecimal covered = quantity.value().min(known);
        BigDecimal free = freeUse.take(price.key(), covered);
        BigDecimal after = before.add(covered).subtract(free);
        paid.put(price.key(), after);
        lines.add(new Line(
                resource.name().toString(),
                item,
                covered,
                price.unit(),
                price.first(),
                price.of(after).subtract(price.of(before)),
                formula(quantity, free, price),
                price.key(),
                price.confidence(),
                group));
    }

    private static String formula(Quantity quantity, BigDecimal free, Price price) {
        String times = free.signum() == 0
                ? quantity.formula()
                : "(%s - %s free)".formatted(quantity.formula(), Quantity.written(free));
        return "%s x %s%s"
                .formatted(times, price.first().toPlainString(), price.tiers().size() > 1 ? ", by tiers" : "");
    }

    public void notPriced(Resource resource, String why) {
        notPriced.add(new NotPriced(resource.name().toString(), resource.type(), why));
    }

    void unread(String entry) {
        notPriced.add(new NotPriced(entry, "", "no resource, but something that a transform makes resources of"));
    }

    /** Whether this is the first time that somebody says so: for what is paid once, however many share it. */
    public boolean isFirst(String what) {
        return said.add(what);
    }

    public void needsUsage(Resource resource, String usage) {
        needsUsage.add(new NeedsUsage(resource.name().toString(), resource.type(), usage));
    }

    Bill bill(List<String> refusals) {
        return new Bill(
                setUp.id(), terms.prices().region(), terms.workload().name(), lines, notPriced, needsUsage, refusals);
    }
}
