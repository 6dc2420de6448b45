package atlas.functions;

import atlas.http.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads environment variables; an empty one counts as not set. What is not fit is refused with its name and its value. */
record Variables(Function<String, String> environment) {
    private static final int VISIBILITY_SECONDS = 120;
    /** The longest visibility time-out that SQS has: 12 hours. */
    private static final int MAX_VISIBILITY_SECONDS = 43_200;

    String get(String name, String otherwise) {
        String value = environment.apply(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /** @param why they are needed, for who has to set them */
    void require(List<String> names, String why) {
        String missing = names.stream().filter(name -> get(name, "").isEmpty()).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("not set: %s; %s".formatted(missing, why));
        }
    }

    int number(String name, int otherwise, int max) {
        String text = get(name, Integer.toString(otherwise));
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > max) {
            throw new IllegalArgumentException("%s must be 1 to %d, got %s".formatted(name, max, text));
        }
        return number;
    }

    Duration visibility(String name) {
        return Duration.ofSeconds(number(name, VISIBILITY_SECONDS, MAX_VISIBILITY_SECONDS));
    }

    Level level(String name) {
        String text = get(name, Level.INFO.name());
        return Stream.of(Level.values())
                .filter(level -> level.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s must be one of DEBUG, INFO, WARN, ERROR, got %s".formatted(name, text)));
    }

    List<Ipv4Range> ranges(String name) {
        try {
            return Ipv4Range.parseList(get(name, ""));
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException(name + " " + unfit.getMessage());
        }
    }
}
