package atlas.compare.prices.list;

import atlas.compare.BadInput;
import atlas.compare.prices.Price;
import java.math.BigDecimal;
import java.util.Set;

/**
 * One tier of one product, in AWS's unit.
 *
 * @param to where it ends; {@link Price#NO_END} for the last
 * @param effectiveDate since when it holds, as AWS wrote it
 */
record Rate(
        BigDecimal from,
        BigDecimal to,
        BigDecimal usd,
        String unit,
        String sku,
        String usagetype,
        String effectiveDate) {
    private static final Set<String> NO_END = Set.of("Inf", "");

    /** @throws BadInput where it is not priced in USD, or not in numbers: what is not known must not become 0 */
    static Rate of(OfferRow row) {
        // A Savings Plan's row tells of the product that it discounts.
        boolean discounted = !row.get("discountedsku").isEmpty();
        String sku = row.get(discounted ? "discountedsku" : "sku");
        String usd = row.get(discounted ? "discountedrate" : "priceperunit");
        String from = row.get("startingrange");
        String to = row.get("endingrange");
        if (!row.get("currency").equals("USD")) {
            throw new BadInput("%s is priced in %s, expected USD".formatted(sku, row.get("currency")));
        }
        try {
            return new Rate(
                    from.isEmpty() ? BigDecimal.ZERO : new BigDecimal(from),
                    NO_END.contains(to) ? Price.NO_END : new BigDecimal(to),
                    new BigDecimal(usd),
                    row.get("unit"),
                    sku,
                    row.get(discounted ? "discountedusagetype" : "usagetype"),
                    row.get("effectivedate"));
        } catch (NumberFormatException refused) {
            throw new BadInput("%s costs \"%s\" from \"%s\" to \"%s\", expected numbers".formatted(sku, usd, from, to));
        }
    }
}
