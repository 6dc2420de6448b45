package atlas.infra.compute;

import atlas.infra.ProjectFiles;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of Kubernetes manifests with blanks such as {@code ${IMAGE}}, each of them a whole value.
 *
 * @param name in {@link ProjectFiles#KUBERNETES}, without .yaml
 */
record ManifestFile(String name) {
    private static final Pattern BLANK = Pattern.compile("\\$\\{(\\w+)}");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /**
     * The objects in the order of the file.
     *
     * @param blanks by name, texts, numbers or lists of them; may hold more than this file wants
     * @throws IllegalArgumentException for a blank without a value
     */
    List<Map<String, Object>> filledWith(Map<String, ?> blanks) {
        return objects().stream().map(object -> filled(object, blanks)).toList();
    }

    private List<Map<String, Object>> objects() {
        try (MappingIterator<Map<String, Object>> documents = YAML.readerFor(
                        new TypeReference<Map<String, Object>>() {})
                .readValues(ProjectFiles.KUBERNETES.resolve(name + ".yaml").toFile())) {
            return documents.readAll();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Map<String, Object> filled(Map<?, ?> object, Map<String, ?> blanks) {
        Map<String, Object> filled = new LinkedHashMap<>();
        object.forEach((key, value) -> filled.put(String.valueOf(key), fill(value, blanks)));
        return filled;
    }

    private Object fill(Object value, Map<String, ?> blanks) {
        if (value instanceof Map<?, ?> object) {
            return filled(object, blanks);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> fill(element, blanks)).toList();
        }
        Matcher blank = BLANK.matcher(String.valueOf(value));
        if (!blank.matches()) {
            return value;
        }
        if (!blanks.containsKey(blank.group(1))) {
            throw new IllegalArgumentException(
                    "%s.yaml wants a value for %s, there are only %s".formatted(name, blank.group(), blanks.keySet()));
        }
        return blanks.get(blank.group(1));
    }
}
