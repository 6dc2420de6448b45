package atlas.compare.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** Rates as people read them. */
public final class Rate {
    private Rate() {}

    /** Three digits are all that a rate means. */
    public static String text(BigDecimal rate) {
        BigDecimal rounded = rate.round(new MathContext(3));
        return rounded.signum() == 0 ? "0" : "%,.4f".formatted(rounded).replaceFirst("\\.?0+$", "");
    }
}
