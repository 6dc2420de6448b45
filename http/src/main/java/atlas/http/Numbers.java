package atlas.http;

import atlas.app.InvalidInput;
import java.util.regex.Pattern;

/** Whole numbers in a path or a query. */
final class Numbers {
    private static final Pattern PLAIN = Pattern.compile("0|[1-9][0-9]*");

    /** So that it fits an int. */
    private static final int MAX_DIGITS = 9;

    private Numbers() {}

    /** One way to write each number, so that a tile has one address in every cache. */
    static int parse(String field, String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new InvalidInput(
                    field,
                    "%s must be a whole number in plain digits, got %s"
                            .formatted(field, text.isEmpty() ? "nothing" : Excerpt.of(text, 40)));
        }
        if (text.length() > MAX_DIGITS) {
            throw new InvalidInput(field, field + " is far too large");
        }
        return Integer.parseInt(text);
    }
}
