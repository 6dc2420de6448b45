package atlas.compare.prices.list;

import atlas.compare.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Where each price of a region stands in the Price List: {@code matchers.yaml}, kept by hand.
 *
 * @param prefixes that the region's usage types may begin with
 */
public record Matchers(List<String> prefixes, List<Matcher> all) {

    public Matchers {
        prefixes = List.copyOf(prefixes);
        all = List.copyOf(all);
    }

    /** @throws BadInput where the table knows nothing of the region */
    public static Matchers of(String region) {
        try (InputStream table = Matchers.class.getResourceAsStream("matchers.yaml")) {
            return read(new Yaml(new SafeConstructor(new LoaderOptions())).load(table), region);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Matchers read(Map<String, Object> table, String region) {
        Map<?, ?> names = (Map<?, ?>) ((Map<?, ?>) table.get("regions")).get(region);
        if (names == null) {
            throw new BadInput("matchers.yaml does not say what AWS calls " + region + " in usage types");
        }
        List<?> global = (List<?>) table.get("global");
        List<Matcher> all = new ArrayList<>();
        for (Object row : (List<?>) table.get("matchers")) {
            Map<?, ?> fields = (Map<?, ?>) row;
            String code = text(fields, "offer");
            Map<String, String> where = new LinkedHashMap<>();
            ((Map<?, ?>) fields.get("where"))
                    .forEach((column, value) ->
                            where.put(column.toString(), value.toString().replace("{edge}", text(names, "edge"))));
            all.add(new Matcher(
                    text(fields, "key"),
                    new Offer(code, global.contains(code) ? "" : region),
                    where,
                    texts(fields.get("listed")),
                    text(fields, "unit"),
                    fields.containsKey("per") ? new BigDecimal(text(fields, "per")) : BigDecimal.ONE));
        }
        return new Matchers(texts(names.get("prefixes")), all);
    }

    /** The first of the table that fits. */
    Optional<Matcher> forKey(String key) {
        return all.stream().flatMap(matcher -> matcher.forKey(key).stream()).findFirst();
    }

    private static String text(Map<?, ?> fields, String name) {
        return fields.get(name).toString();
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }
}
