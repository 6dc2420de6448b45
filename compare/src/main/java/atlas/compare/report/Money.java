package atlas.compare.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Dollars as people read them. */
public final class Money {
    private Money() {}

    /** To the cent; what is less than half a cent, and still something, says so. */
    public static String usd(BigDecimal amount) {
        BigDecimal cents = amount.setScale(2, RoundingMode.HALF_UP);
        return cents.signum() == 0 && amount.signum() > 0 ? "<0.01" : String.format(Locale.ROOT, "%,.2f", cents);
    }
}
