package atlas.http;

import atlas.app.InvalidInput;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Whole numbers as requesters write them. */
final class Numbers {
    private static final Pattern PLAIN = Pattern.compile("0|[1-9][0-9]*");
    private static final int LONGEST_EXCERPT = 40;

    private Numbers() {}

    /** A number in a path or a query. There is one way to write each, so that a tile has one address in every cache. */
    static int parse(String field, String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new InvalidInput(
                    field,
                    "%s must be a whole number in plain digits, got %s"
                            .formatted(field, text.isEmpty() ? "nothing" : Excerpt.of(text, LONGEST_EXCERPT)));
        }
        return narrow(field, new BigInteger(text));
    }

    /** A number of any size, as the {@code int} it must be. */
    static int narrow(String field, BigInteger value) {
        if (value.bitLength() >= Integer.SIZE) {
            throw new InvalidInput(
                    field,
                    "%s must be a whole number of at most 32 bits, got %s"
                            .formatted(field, Excerpt.of(value.toString(), LONGEST_EXCERPT)));
        }
        return value.intValue();
    }
}
