package atlas.compare.prices.list;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What to look for in the Price List for a price key, or for all keys of a form.
 *
 * @param key of the snapshot; a {@code *} in it stands for what may differ, and in {@code where} for what it was
 * @param where what a row must say, by column: a text, or a regular expression between slashes
 * @param listed the units that the Price List may give
 * @param unit ours
 * @param per how many of our units one of theirs is
 */
public record Matcher(
        String key, Offer offer, Map<String, String> where, List<String> listed, String unit, BigDecimal per) {

    public Matcher {
        if (per.signum() <= 0) {
            throw new IllegalArgumentException("%s needs per > 0, got %s".formatted(key, per));
        }
        where = new LinkedHashMap<>(where);
        listed = List.copyOf(listed);
    }

    boolean isForManyKeys() {
        return key.contains("*");
    }

    /** This for that key, if its form is this one's. */
    Optional<Matcher> forKey(String wanted) {
        if (!isForManyKeys()) {
            return key.equals(wanted) ? Optional.of(this) : Optional.empty();
        }
        var form = Pattern.compile(Pattern.quote(key).replace("*", "\\E([^:]+)\\Q"))
                .matcher(wanted);
        if (!form.matches()) {
            return Optional.empty();
        }
        Map<String, String> bound = new LinkedHashMap<>(where);
        bound.replaceAll((column, text) -> text.replace("*", form.group(1)));
        return Optional.of(new Matcher(wanted, offer, bound, listed, unit, per));
    }

    /** A test of rows; the usage types may begin with one of the prefixes. */
    RowTest test(List<String> prefixes) {
        String prefix = prefixes.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")?"));
        Map<String, Pattern> columns = new LinkedHashMap<>();
        where.forEach((column, text) -> {
            String name = OfferRow.name(column);
            String whole =
                    isExpression(text) ? "(?:" + text.substring(1, text.length() - 1) + ")" : Pattern.quote(text);
            columns.put(name, Pattern.compile(name.endsWith("usagetype") ? prefix + whole : whole));
        });
        if (!offer.isSavingsPlan()) {
            columns.putIfAbsent("termtype", Pattern.compile("OnDemand"));
        }
        return row -> {
            for (Map.Entry<String, Pattern> column : columns.entrySet()) {
                if (!column.getValue().matcher(row.get(column.getKey())).matches()) {
                    return false;
                }
            }
            return true;
        };
    }

    private static boolean isExpression(String text) {
        return text.length() > 2 && text.startsWith("/") && text.endsWith("/");
    }

    interface RowTest {
        boolean holds(OfferRow row);
    }
}
