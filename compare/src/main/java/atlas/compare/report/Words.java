package atlas.compare.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers and names as people write them. */
final class Words {
    private static final String VENDOR = "AWS::";
    private static final int DIGITS = 4;

    private Words() {}

    /** Such as {@code 1 task}, {@code 12 tasks}. */
    static String count(int number, String what) {
        return "%,d %s".formatted(number, number == 1 ? what : what + "s");
    }

    /** Without zeros at its end, and without digits that mean nothing. */
    static String number(BigDecimal number) {
        BigDecimal rounded = number.scale() > 0 ? number.round(new MathContext(DIGITS)) : number;
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** {@code ECS::Service}; who makes the others says so in their names. */
    static String type(String type) {
        return type.startsWith(VENDOR) ? type.substring(VENDOR.length()) : type;
    }
}
