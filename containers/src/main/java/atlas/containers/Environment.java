package atlas.containers;

import atlas.adapters.AwsPorts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads environment variables, one checked value at a time. An empty one counts as unset: YAML and shells write so. */
record Environment(Function<String, String> variables) {
    Optional<String> text(String name) {
        return Optional.ofNullable(variables.apply(name)).filter(value -> !value.isBlank());
    }

    /** @param allowed {@code pattern} in words */
    String text(String name, String otherwise, Pattern pattern, String allowed, String example) {
        String value = text(name).orElse(otherwise);
        if (!pattern.matcher(value).matches()) {
            throw refusal(name, allowed, value, example);
        }
        return value;
    }

    /** @param example a path that would be taken */
    Optional<Path> path(String name, String example) {
        return text(name).map(value -> {
            try {
                return Path.of(value);
            } catch (InvalidPathException notInThisLocale) {
                throw refusal(name, "a path in characters that LC_ALL has", value, example);
            }
        });
    }

    int number(String name, int otherwise, int min, int max) {
        String value = text(name).orElse(Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, in the same words as a number out of range
        }
        throw refusal(name, min + " to " + max, value, Integer.toString(otherwise));
    }

    <E extends Enum<E>> E oneOf(String name, E otherwise) {
        String value = text(name).orElse(otherwise.name());
        E[] all = otherwise.getDeclaringClass().getEnumConstants();
        return Arrays.stream(all)
                .filter(one -> one.name().equals(value))
                .findFirst()
                .orElseThrow(() -> refusal(
                        name,
                        "one of " + Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", ")),
                        value,
                        otherwise.name()));
    }

    /** @throws BadSetting if it does not say in which region */
    AwsPorts aws() {
        try {
            return AwsPorts.from(variables);
        } catch (IllegalArgumentException e) {
            throw new BadSetting(e.getMessage());
        }
    }

    static BadSetting refusal(String name, String allowed, String value, String example) {
        return new BadSetting("%s must be %s, got %s; try %s=%s".formatted(name, allowed, value, name, example));
    }
}
