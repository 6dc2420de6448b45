package atlas.compare.diff;

import atlas.compare.inventory.Statement;
import atlas.compare.template.Resource;
import atlas.compare.template.Value;
import atlas.compare.template.ValueText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a resource is made of, by path. A value with nothing inside is one leaf, and so is a list of such values. Elements
 * that are a name and a value go by their names; statements of a policy and rules of a security group have one path together,
 * since their order means nothing.
 */
final class Leaves {
    private static final String STATEMENT = "Statement";
    private static final Set<String> RULES = Set.of("SecurityGroupIngress", "SecurityGroupEgress");
    /** So that [10] comes after [2]. */
    private static final Comparator<String> IN_ORDER = Comparator.comparing((String path) ->
                    path.replaceAll("\\[(\\d{1,3})]", "[000$1]").replaceAll("\\[0*(\\d{3})]", "[$1]"))
            .thenComparing(Comparator.naturalOrder());

    private final SortedMap<String, List<Leaf>> leaves = new TreeMap<>(IN_ORDER);

    private Leaves() {}

    static SortedMap<String, List<Leaf>> of(Resource resource) {
        Leaves leaves = new Leaves();
        leaves.fields("", resource.lifecycle());
        leaves.fields("", resource.properties());
        return leaves.leaves;
    }

    private void walk(String path, Value value) {
        if (value.isFunction() || value.json().isValueNode() || value.json().isEmpty()) {
            if (value.isPresent()) {
                add(path, text -> written(text, value));
            }
        } else if (value.json().isObject()) {
            fields(path + ".", value);
        } else if (value.items().stream().allMatch(Leaves::isPlain)) {
            add(path, text -> text.of(value));
        } else {
            elements(path, value);
        }
    }

    private static String written(ValueText text, Value value) {
        return value.json().isContainerNode() && value.json().isEmpty() ? "empty" : text.of(value);
    }

    private static boolean isPlain(Value value) {
        return value.isFunction() || value.json().isValueNode();
    }

    private void fields(String before, Value object) {
        for (Map.Entry<String, Value> field : object.fields()) {
            String path = before + field.getKey();
            List<Statement> statements = field.getKey().equals(STATEMENT) ? Statement.in(object) : List.of();
            List<Value> rules =
                    RULES.contains(field.getKey()) ? field.getValue().items() : List.of();
            statements.forEach(statement -> add(path, statement::text));
            rules.forEach(rule -> add(path, text -> text.of(rule)));
            if (statements.isEmpty() && rules.isEmpty()) {
                walk(path, field.getValue());
            }
        }
    }

    private void elements(String path, Value list) {
        List<Value> elements = list.items();
        Optional<List<String>> names = names(elements);
        for (int i = 0; i < elements.size(); i++) {
            Value element = elements.get(i);
            if (names.isPresent()) {
                walk("%s[%s]".formatted(path, names.get().get(i)), named(element));
            } else {
                walk("%s[%d]".formatted(path, i), element);
            }
        }
    }

    /** Of all elements, when each is nothing but a name and a value, and no two have one name. */
    private static Optional<List<String>> names(List<Value> elements) {
        List<String> names = new ArrayList<>();
        for (Value element : elements) {
            Optional<String> name =
                    element.at("Name").text().or(() -> element.at("Key").text());
            if (element.fields().size() != 2
                    || name.isEmpty()
                    || !named(element).isPresent()) {
                return Optional.empty();
            }
            names.add(name.get());
        }
        Set<String> distinct = new HashSet<>(names);
        return distinct.size() == names.size() ? Optional.of(names) : Optional.empty();
    }

    private static Value named(Value element) {
        Value value = element.at("Value");
        return value.isPresent() ? value : element.at("ValueFrom");
    }

    private void add(String path, Leaf leaf) {
        leaves.computeIfAbsent(path, any -> new ArrayList<>()).add(leaf);
    }
}
