package atlas.compare.facts;

import atlas.compare.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Named values in a file of facts. It is read strictly: a name that nobody asks for is a slip of the pen.
 *
 * @param where for errors: the file, and the way to this entry
 */
record Entry(String where, Map<?, ?> fields) {
    /** @throws BadInput where the text is not YAML, or has a name twice */
    static Entry parse(String file, String text) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try {
            if (new Yaml(new SafeConstructor(strict)).load(text) instanceof Map<?, ?> fields) {
                return new Entry(file, fields);
            }
        } catch (MarkedYAMLException broken) {
            throw new BadInput("%s is not YAML: %s at line %d"
                    .formatted(
                            file, broken.getProblem(), broken.getProblemMark().getLine() + 1));
        }
        throw new BadInput(file + " has no fields");
    }

    /** Refuses all other names. */
    Entry with(String... names) {
        TreeSet<String> unknown = new TreeSet<>();
        fields.keySet().forEach(name -> unknown.add(String.valueOf(name)));
        List.of(names).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw refused("%s is unknown; there are %s".formatted(unknown.first(), String.join(", ", names)));
        }
        return this;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String text(String name) {
        if (fields.get(name) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw mustBe(name, "text");
    }

    int whole(String name) {
        if (fields.get(name) instanceof Integer number) {
            return number;
        }
        throw mustBe(name, "a whole number");
    }

    /** A text alone is a list of one. */
    List<String> texts(String name) {
        return fields.get(name) instanceof String ? List.of(text(name)) : list(name, String.class, "a list of texts");
    }

    List<Integer> numbers(String name) {
        return list(name, Integer.class, "a list of whole numbers");
    }

    List<Entry> entries(String name) {
        List<Entry> entries = new ArrayList<>();
        for (Map<?, ?> fields : list(name, Map.class, "a list of entries")) {
            entries.add(new Entry(where + ": " + label(fields, name), fields));
        }
        return entries;
    }

    /** Texts by their names, in the order of the file. */
    Map<String, String> named(String name) {
        Map<String, String> named = new LinkedHashMap<>();
        Entry inner = entry(name);
        inner.fields.keySet().forEach(key -> named.put(String.valueOf(key), inner.text(String.valueOf(key))));
        return named;
    }

    Entry entry(String name) {
        if (fields.get(name) instanceof Map<?, ?> inner) {
            return new Entry(where + ": " + name, inner);
        }
        throw mustBe(name, "an entry");
    }

    BadInput refused(String why) {
        return new BadInput(where + ": " + why);
    }

    private <T> List<T> list(String name, Class<T> type, String what) {
        if (fields.get(name) instanceof List<?> values && !values.isEmpty()) {
            if (values.stream().allMatch(type::isInstance)) {
                return values.stream().map(type::cast).toList();
            }
        }
        throw mustBe(name, what);
    }

    private BadInput mustBe(String name, String what) {
        return refused("%s must be %s, got %s".formatted(name, what, fields.get(name)));
    }

    private static String label(Map<?, ?> fields, String name) {
        return fields.containsKey("id") ? String.valueOf(fields.get("id")) : name;
    }
}
