package atlas.compare.prices;

import java.math.BigDecimal;

/**
 * A step of a price.
 *
 * @param from the first of a month's units that costs this much; 0 for the first tier
 * @param usd for one unit
 */
public record Tier(BigDecimal from, BigDecimal usd) {
    public Tier {
        if (from.signum() < 0 || usd.signum() < 0) {
            throw new IllegalArgumentException("a tier needs from >= 0 and usd >= 0, got from=" + from + " usd=" + usd);
        }
    }
}
