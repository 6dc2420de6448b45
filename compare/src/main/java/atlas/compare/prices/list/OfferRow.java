package atlas.compare.prices.list;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A line of an offer file: one rate of one product, with everything that describes the product. */
final class OfferRow {
    private final Map<String, Integer> columns;
    private final String[] cells;

    private OfferRow(Map<String, Integer> columns, String[] cells) {
        this.columns = columns;
        this.cells = cells;
    }

    /** The lines below a line of column names. */
    static Heading under(String[] columnNames) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < columnNames.length; i++) {
            columns.putIfAbsent(name(columnNames[i]), i);
        }
        return cells -> new OfferRow(columns, cells);
    }

    /** {@code usageType}, {@code Usage Type} and {@code usagetype} are one column: AWS writes all three. */
    static String name(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Empty where the file has no such column. */
    String get(String name) {
        Integer column = columns.get(name);
        return column == null || column >= cells.length ? "" : cells[column];
    }

    interface Heading {
        OfferRow row(String[] cells);
    }
}
