package atlas.compare.inventory;

import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds time-outs by the table {@code timeouts.csv}. */
final class Timeouts {
    private static final Map<String, List<Rule>> RULES = TypeTable.byType("timeouts.csv", Rule::parse);

    private Timeouts() {}

    /** A row of the table. */
    private record Rule(String what, PropertyPath path, Unit unit, Optional<BigDecimal> otherwise, When when) {
        static Rule parse(List<String> row) {
            return new Rule(
                    row.get(1),
                    PropertyPath.parse(row.get(2)),
                    Unit.valueOf(row.get(3)),
                    Optional.of(row.get(4)).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                    When.parse(row.get(5)));
        }

        /** Where the template says nothing, AWS's default, if it has one. */
        Stream<Timeout> of(Resource resource) {
            return path.in(resource.properties()).stream()
                    .filter(found -> found.value().isPresent() || otherwise.isPresent())
                    .map(found -> new Timeout(
                            resource.name(),
                            resource.type(),
                            found.element(),
                            what,
                            seconds(found.value()),
                            !found.value().isPresent()));
        }

        private Optional<BigDecimal> seconds(Value value) {
            return (value.isPresent() ? value.number() : otherwise).map(unit::seconds);
        }
    }

    /** As the property counts. */
    private enum Unit {
        ms("0.001"),
        s("1"),
        min("60");

        private final BigDecimal seconds;

        Unit(String seconds) {
            this.seconds = new BigDecimal(seconds);
        }

        BigDecimal seconds(BigDecimal number) {
            return number.multiply(seconds, MathContext.DECIMAL64).stripTrailingZeros();
        }
    }

    static List<Timeout> in(SetUp setUp) {
        return setUp.resources()
                .flatMap(resource -> RULES.getOrDefault(resource.type(), List.of()).stream()
                        .filter(rule -> rule.when().holds(resource))
                        .flatMap(rule -> rule.of(resource)))
                .toList();
    }
}
