package atlas.compare.inventory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The reviewed tables beside these classes: CSV files whose first column is a resource type, and whose first row is the head. */
final class TypeTable {
    private TypeTable() {}

    static List<List<String>> rows(String file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(TypeTable.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The rows of each type, in the order of the file. */
    static <T> Map<String, List<T>> byType(String file, Function<List<String>, T> rule) {
        Map<String, List<T>> rules = new LinkedHashMap<>();
        for (List<String> row : rows(file)) {
            rules.computeIfAbsent(row.get(0), type -> new ArrayList<>()).add(rule.apply(row));
        }
        return rules;
    }
}
