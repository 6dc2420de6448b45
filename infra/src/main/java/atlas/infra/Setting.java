package atlas.infra;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One context key: what it is for, what it may hold, and what it holds when nobody sets it.
 *
 * @param allowed what it may hold, in words that end the sentence "must be ..."
 * @param defaultText how the default is written in help and documents
 * @param example a value that would be taken
 * @param fallback the value when the key is absent
 * @param parser turns the text into the value, or throws {@link IllegalArgumentException}
 */
public record Setting<T>(
        String key,
        String purpose,
        String allowed,
        String defaultText,
        String example,
        T fallback,
        Function<String, T> parser) {

    static Setting<Integer> whole(String key, int fallback, int min, int max, String purpose) {
        String allowed = "%d to %d".formatted(min, max);
        String text = String.valueOf(fallback);
        return new Setting<>(key, purpose, allowed, text, text, fallback, given -> {
            int value = Integer.parseInt(given);
            require(value >= min && value <= max);
            return value;
        });
    }

    static Setting<Boolean> flag(String key, boolean fallback, String purpose) {
        return flag(key, fallback, String.valueOf(fallback), purpose);
    }

    /** A flag that is on in one profile only; it holds null when not set, for the reader of the profile to fill in. */
    static Setting<Boolean> flag(String key, Profile onIn, String purpose) {
        return flag(key, null, "true in " + nameOf(onIn), purpose);
    }

    private static Setting<Boolean> flag(String key, Boolean fallback, String defaultText, String purpose) {
        return new Setting<>(key, purpose, "true or false", defaultText, "true", fallback, given -> {
            require(given.equals("true") || given.equals("false"));
            return given.equals("true");
        });
    }

    static <E extends Enum<E>> Setting<E> choice(String key, E fallback, String purpose) {
        Class<E> type = fallback.getDeclaringClass();
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Setting::nameOf).toList();
        String text = nameOf(fallback);
        return new Setting<>(key, purpose, String.join(" or ", names), text, text, fallback, given -> {
            require(names.contains(given));
            return Enum.valueOf(type, given.toUpperCase(Locale.ROOT));
        });
    }

    /** Text of one form; empty when not set. */
    static Setting<String> text(String key, String allowed, String example, Pattern form, String purpose) {
        return new Setting<>(key, purpose, allowed, "none", example, "", given -> {
            require(form.matcher(given).matches());
            return given;
        });
    }

    /** Values separated by commas; an empty list when not set. */
    static <T> Setting<List<T>> list(
            String key,
            String allowed,
            String defaultText,
            String example,
            Function<String, T> element,
            String purpose) {
        return new Setting<>(
                key, purpose, allowed, defaultText, example, List.of(), given -> Stream.of(given.split(",", -1))
                        .map(String::strip)
                        .map(element)
                        .toList());
    }

    /** The same, for values that {@code fits} too. */
    Setting<T> onlyIf(Predicate<T> fits) {
        return new Setting<>(key, purpose, allowed, defaultText, example, fallback, given -> {
            T value = parser.apply(given);
            require(fits.test(value));
            return value;
        });
    }

    /** Not set, if nobody sets it. */
    Setting<T> orNone(T none) {
        return new Setting<>(key, purpose, allowed, "none", example, none, parser);
    }

    Setting<T> orElse(T value, String text) {
        return new Setting<>(key, purpose, allowed, text, text, value, parser);
    }

    /**
     * The value in {@code context}, or the default.
     *
     * @throws SettingsException naming the key, the value given and what is allowed
     */
    T read(Function<String, Object> context) {
        Object given = context.apply(key);
        if (given == null) {
            return fallback;
        }
        String text = asText(given).strip();
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException refused) {
            throw new SettingsException("%s must be %s, got %s; try -c %s=%s"
                    .formatted(key, allowed, text.isEmpty() ? "nothing" : text, key, example));
        }
    }

    static void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalArgumentException();
        }
    }

    /** cdk.json may hold a number, a flag or a list where the command line has text. */
    private static String asText(Object given) {
        if (given instanceof List<?> values) {
            return values.stream().map(Setting::asText).collect(Collectors.joining(","));
        }
        boolean wholeNumber = given instanceof Number number && number.doubleValue() % 1 == 0;
        return wholeNumber ? String.valueOf(((Number) given).longValue()) : String.valueOf(given);
    }

    private static String nameOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
