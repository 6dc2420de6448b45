package atlas.compare.prices;

import java.math.BigDecimal;
import java.util.List;

/**
 * What one thing costs in one region, in USD.
 *
 * @param key ours, and stable: {@code fargate:arm:vcpu}
 * @param unit of which one costs that much: {@code vCPU-hour}, {@code GB}, {@code request}
 * @param tiers in rising order, the first from 0
 * @param upTo so many of a month's units are priced, and what more would cost is not known; {@link #NO_END} where it is
 * @param source where it was read
 * @param date of the source, as exact as it is known
 * @param note what else there is to know; may be empty
 */
public record Price(
        String key,
        String unit,
        List<Tier> tiers,
        BigDecimal upTo,
        Confidence confidence,
        String source,
        String date,
        String note) {

    /** The last tier goes on for ever: more units than an account can use in a month. */
    public static final BigDecimal NO_END = BigDecimal.valueOf(Long.MAX_VALUE);

    public Price {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() || tiers.get(0).from().signum() != 0) {
            throw new IllegalArgumentException(key + " needs a tier from 0");
        }
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).from().compareTo(tiers.get(i - 1).from()) <= 0) {
                throw new IllegalArgumentException(key + " needs tiers in rising order");
            }
        }
        if (upTo.compareTo(tiers.get(tiers.size() - 1).from()) <= 0) {
            throw new IllegalArgumentException(key + " needs its last tier to begin before " + upTo.toPlainString());
        }
    }

    /** A price for any quantity. */
    public Price(
            String key, String unit, List<Tier> tiers, Confidence confidence, String source, String date, String note) {
        this(key, unit, tiers, NO_END, confidence, source, date, note);
    }

    /** Whether {@link #of} knows what so many units cost in a month. */
    public boolean covers(BigDecimal quantity) {
        return quantity.compareTo(upTo) <= 0;
    }

    /**
     * What so many units cost in a month: each unit at the price of the tier it falls into.
     *
     * @throws IllegalArgumentException where the quantity is negative, or beyond what this price {@link #covers}
     */
    public BigDecimal of(BigDecimal quantity) {
        if (quantity.signum() < 0 || !covers(quantity)) {
            throw new IllegalArgumentException("%s is priced for 0%s %s a month, got %s"
                    .formatted(key, upTo.equals(NO_END) ? " or more" : " to " + upTo.toPlainString(), unit, quantity));
        }
        BigDecimal amount = BigDecimal.ZERO;
        for (int i = 0; i < tiers.size(); i++) {
            BigDecimal end = i + 1 < tiers.size() ? tiers.get(i + 1).from().min(quantity) : quantity;
            BigDecimal share = end.subtract(tiers.get(i).from());
            if (share.signum() > 0) {
                amount = amount.add(share.multiply(tiers.get(i).usd()));
            }
        }
        return amount;
    }

    /** Of the first unit. */
    public BigDecimal first() {
        return tiers.get(0).usd();
    }

    /** All of it in a line: {@code 0.09, 0.085 from 10240, not known beyond 51200}. */
    public String tiersText() {
        StringBuilder text = new StringBuilder(first().toPlainString());
        for (Tier tier : tiers.subList(1, tiers.size())) {
            text.append(", %s from %s"
                    .formatted(tier.usd().toPlainString(), tier.from().toPlainString()));
        }
        return text.append(upTo.equals(NO_END) ? "" : ", not known beyond " + upTo.toPlainString())
                .toString();
    }
}
