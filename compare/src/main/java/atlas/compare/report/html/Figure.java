package atlas.compare.report.html;

import atlas.compare.bill.Bill;
import atlas.compare.report.Money;
import atlas.compare.report.Rate;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A number as it is shown, and what it rests on.
 *
 * @param value for sorting, and for whoever copies it
 * @param because what it was computed from, or where it was read or measured
 */
record Figure(String text, BigDecimal value, Evidence evidence, String because) {
    /** Beyond so many digits a quantity of a bill says nothing more. */
    static final MathContext SHOWN = new MathContext(7);

    static Figure usd(BigDecimal amount, String because) {
        return computed(Money.usd(amount), amount, because);
    }

    /** An incomplete bill is at least so much. */
    static Figure total(Bill bill) {
        String because = "%d lines of its bill%s"
                .formatted(bill.lines().size(), bill.isComplete() ? "" : "; what has no price is missing, so at least");
        return computed((bill.isComplete() ? "" : "≥ ") + Money.usd(bill.total()), bill.total(), because);
    }

    static Figure rate(BigDecimal rate, Evidence evidence, String because) {
        return new Figure(Rate.text(rate), rate, evidence, because);
    }

    static Figure count(long count, String because) {
        return computed(written(BigDecimal.valueOf(count)), BigDecimal.valueOf(count), because);
    }

    static Figure computed(String text, BigDecimal value, String because) {
        return new Figure(text, value, Evidence.COMPUTED, because);
    }

    static Figure cited(BigDecimal value, String source) {
        return new Figure(written(value), value, Evidence.CITED, source);
    }

    static Figure measured(BigDecimal value, String where) {
        return new Figure(written(value), value, Evidence.MEASURED, where);
    }

    /** To the last digit. */
    static String written(BigDecimal value) {
        BigDecimal number = value.stripTrailingZeros();
        return ("%,." + Math.max(0, number.scale()) + "f").formatted(number);
    }
}
