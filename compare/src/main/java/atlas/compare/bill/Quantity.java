package atlas.compare.bill;

import java.math.BigDecimal;
import java.math.MathContext;

/** How much of something, and how that came about: {@code 2 tasks x 730 h}. */
public record Quantity(BigDecimal value, String formula) {
    public static Quantity of(BigDecimal value, String what) {
        return new Quantity(value, written(value) + " " + what);
    }

    public static Quantity of(long value, String what) {
        return of(BigDecimal.valueOf(value), what);
    }

    /** Whole things, of which one is called otherwise than several. */
    public static Quantity count(long value, String one, String several) {
        return of(value, value == 1 ? one : several);
    }

    public Quantity times(BigDecimal factor, String what) {
        return new Quantity(value.multiply(factor), "%s x %s %s".formatted(formula, written(factor), what));
    }

    public Quantity times(long factor, String what) {
        return times(BigDecimal.valueOf(factor), what);
    }

    public Quantity per(BigDecimal divisor) {
        return new Quantity(
                value.divide(divisor, MathContext.DECIMAL64), "%s / %s".formatted(formula, written(divisor)));
    }

    /** A number as a reader wants it: no exponent, no zeros at the end, no digit that means nothing. */
    static String written(BigDecimal number) {
        BigDecimal rounded = number.round(new MathContext(7));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
