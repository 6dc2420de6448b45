package atlas.compare.inventory;

import atlas.compare.template.Reference;
import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import atlas.compare.template.Value;
import atlas.compare.template.ValueText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what a template says of encryption at rest, by the table {@code encryption.csv}. */
final class Encryptions {
    private static final Map<String, List<Rule>> RULES = TypeTable.byType("encryption.csv", Rule::parse);
    private static final Set<String> OFF = Set.of("false", "none", "disabled");
    private static final ValueText TEXT = new ValueText(Reference::toString);

    private Encryptions() {}

    /** A row of the table. */
    private record Rule(PropertyPath encrypted, PropertyPath key, When when) {
        static Rule parse(List<String> row) {
            return new Rule(PropertyPath.parse(row.get(1)), PropertyPath.parse(row.get(2)), When.parse(row.get(3)));
        }

        /** Who names a key wants it used. */
        Encryption of(Resource resource) {
            Optional<Value> named = key.first(resource.properties());
            Optional<Boolean> said = encrypted
                    .first(resource.properties())
                    .flatMap(Value::text)
                    .map(text -> !OFF.contains(text.toLowerCase(Locale.ROOT)));
            return new Encryption(
                    resource.name(),
                    resource.type(),
                    said.or(() -> named.map(any -> true)),
                    named.map(
                            value -> value.reference().map(Reference::toString).orElseGet(() -> TEXT.of(value))));
        }
    }

    static List<Encryption> in(SetUp setUp) {
        return setUp.resources()
                .flatMap(resource -> RULES.getOrDefault(resource.type(), List.of()).stream()
                        .filter(rule -> rule.when().holds(resource))
                        .map(rule -> rule.of(resource)))
                .toList();
    }
}
