package atlas.compare.inventory;

import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Between how few and how many; each empty where the template does not say, or leaves it to the deployment. */
public record Bounds(Optional<BigDecimal> min, Optional<BigDecimal> desired, Optional<BigDecimal> max) {
    static Bounds of(Value min, Value desired, Value max) {
        return new Bounds(min.number(), desired.number(), max.number());
    }

    static Bounds fixed(BigDecimal units) {
        return new Bounds(Optional.of(units), Optional.empty(), Optional.of(units));
    }

    boolean isPresent() {
        return Stream.of(min, desired, max).anyMatch(Optional::isPresent);
    }

    /** What is there before anything scales. */
    OptionalInt fewest() {
        return Stream.of(desired, min).flatMap(Optional::stream).mapToInt(BigDecimal::intValue).max().stream()
                .mapToObj(OptionalInt::of)
                .findFirst()
                .orElse(OptionalInt.empty());
    }
}
