package atlas.compare.inventory;

import atlas.compare.template.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A way into a resource's properties, as the tables write it: {@code A.B}; {@code A[].B} for B of each element; and
 * {@code A[key]} for the value of the element with that Key. With {@code A?.B} B is looked for, and not found, also where there
 * is no A.
 */
final class PropertyPath {
    private static final Pattern STEP = Pattern.compile("([A-Za-z0-9]+)(\\[([^]]*)])?(\\?)?\\.?");

    private final List<MatchResult> steps;

    private PropertyPath(List<MatchResult> steps) {
        this.steps = steps;
    }

    /**
     * Where a path leads.
     *
     * @param element the name, or else the number, of the element it went through; empty when it went through none
     * @param value absent where the last step finds nothing
     */
    record Found(String element, Value value) {}

    static PropertyPath parse(String path) {
        return new PropertyPath(STEP.matcher(path).results().toList());
    }

    /** Empty when something on the way is absent; with an absent value when only the last step is. */
    List<Found> in(Value properties) {
        List<Found> found = List.of(new Found("", properties));
        boolean maybe = true; // a resource may have no properties at all
        for (MatchResult step : steps) {
            boolean fromNothing = maybe;
            found = found.stream()
                    .filter(from -> fromNothing || from.value().isPresent())
                    .flatMap(from -> step(from, step).stream())
                    .toList();
            maybe = "?".equals(step.group(4));
        }
        return steps.isEmpty() ? List.of() : found;
    }

    /** The first value that is there. */
    Optional<Value> first(Value properties) {
        return in(properties).stream()
                .map(Found::value)
                .filter(Value::isPresent)
                .findFirst();
    }

    private static List<Found> step(Found from, MatchResult step) {
        Value inner = from.value().at(step.group(1));
        if (step.group(2) == null) {
            return List.of(new Found(from.element(), inner));
        }
        return step.group(3).isEmpty() ? each(inner) : List.of(new Found(from.element(), keyed(inner, step.group(3))));
    }

    private static List<Found> each(Value list) {
        List<Found> elements = new ArrayList<>();
        for (Value element : list.items()) {
            String number = String.valueOf(elements.size());
            String name =
                    element.at("Name").text().or(() -> element.at("Id").text()).orElse(number);
            elements.add(new Found(name, element));
        }
        return elements;
    }

    private static Value keyed(Value list, String key) {
        return list.items().stream()
                .filter(element -> element.at("Key").is(key))
                .map(element -> element.at("Value"))
                .findFirst()
                .orElse(Value.NONE);
    }
}
