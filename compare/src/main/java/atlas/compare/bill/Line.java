package atlas.compare.bill;

import atlas.compare.prices.Confidence;
import java.math.BigDecimal;

/**
 * One line of a bill: so much of something, at a price.
 *
 * @param resource stack and logical id
 * @param item what of it, such as {@code instance hours}
 * @param quantity in a month
 * @param unit of quantity and price
 * @param unitPrice USD for the first unit
 * @param amount USD a month; for a price with tiers not the product of the two before
 * @param formula how the amount comes about, in numbers
 * @param priceKey of the price book
 */
public record Line(
        String resource,
        String item,
        BigDecimal quantity,
        String unit,
        BigDecimal unitPrice,
        BigDecimal amount,
        String formula,
        String priceKey,
        Confidence confidence,
        Group group) {}
