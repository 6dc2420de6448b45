package atlas.compare.curve;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** The rates that curves are drawn over, in requests a second: 0.01 to 10,000, evenly on a logarithmic scale. */
public final class Rates {
    public static final BigDecimal LOWEST = new BigDecimal("0.01");
    public static final BigDecimal HIGHEST = BigDecimal.valueOf(10_000);

    private static final int DECADES = 6;
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Rates() {}

    /** From the lowest to the highest, both among them. */
    public static List<BigDecimal> evenly(int aDecade) {
        List<BigDecimal> rates = new ArrayList<>();
        for (int i = 0; i <= DECADES * aDecade; i++) {
            double factor = StrictMath.pow(10, (double) i / aDecade);
            rates.add(LOWEST.multiply(BigDecimal.valueOf(factor))
                    .round(FOUR_DIGITS)
                    .stripTrailingZeros());
        }
        return rates;
    }
}
