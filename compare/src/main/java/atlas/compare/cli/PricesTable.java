package atlas.compare.cli;

import atlas.compare.prices.Price;
import atlas.compare.prices.Snapshot;
import atlas.compare.prices.SnapshotFile;
import atlas.compare.prices.Tier;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.apache.commons.text.WordUtils;

/** Prices of a snapshot, for a terminal or for scripts. */
final class PricesTable {
    private static final int WIDTH = 100;
    private static final String INDENT = "    ";

    private final Snapshot snapshot;
    private final SortedSet<String> keys;

    PricesTable(Snapshot snapshot, SortedSet<String> keys) {
        this.snapshot = snapshot;
        this.keys = keys;
    }

    /** A line a price, and one for each further tier; then the keys that have no price, and why. */
    String text(boolean withSource) {
        Columns columns = new Columns();
        columns.add("key", "unit", "USD", "confidence", "date");
        prices().forEach(price -> addTo(columns, price));
        List<String> table = columns.lines();
        List<String> lines = new ArrayList<>(table.subList(0, 1));
        int next = 1;
        for (Price price : prices()) {
            int rows = rows(price);
            lines.addAll(table.subList(next, next + rows));
            next += rows;
            if (withSource) {
                lines.addAll(wrapped(price.note().isEmpty() ? price.source() : price.source() + "; " + price.note()));
            }
        }
        keys.stream().filter(snapshot.notKnown()::containsKey).forEach(key -> {
            lines.add(key + "  not known");
            lines.addAll(wrapped(snapshot.notKnown().get(key)));
        });
        return String.join(System.lineSeparator(), lines);
    }

    String json() {
        ObjectNode root = SnapshotFile.MAPPER.createObjectNode();
        root.put("region", snapshot.prices().region())
                .put("currency", "USD")
                .put("reviewed", snapshot.reviewed().toString())
                .put("hoursPerMonth", snapshot.hoursPerMonth());
        ArrayNode rows = root.putArray("prices");
        prices().forEach(price -> {
            ObjectNode row = rows.addObject().put("key", price.key()).put("unit", price.unit());
            ArrayNode tiers = row.putArray("tiers");
            price.tiers()
                    .forEach(tier -> tiers.addObject().put("from", tier.from()).put("usd", tier.usd()));
            if (!price.upTo().equals(Price.NO_END)) {
                row.put("upTo", price.upTo());
            }
            row.put("confidence", price.confidence().title())
                    .put("source", price.source())
                    .put("date", price.date())
                    .put("note", price.note());
        });
        ArrayNode unknown = root.putArray("unknown");
        keys.stream().filter(snapshot.notKnown()::containsKey).forEach(key -> unknown.addObject()
                .put("key", key)
                .put("why", snapshot.notKnown().get(key)));
        return SnapshotFile.text(root).stripTrailing();
    }

    private List<Price> prices() {
        return keys.stream()
                .flatMap(key -> snapshot.prices().find(key).stream())
                .toList();
    }

    private static int rows(Price price) {
        return price.tiers().size() + (price.upTo().equals(Price.NO_END) ? 0 : 1);
    }

    private static void addTo(Columns columns, Price price) {
        columns.add(
                price.key(),
                price.unit(),
                price.first().toPlainString(),
                price.confidence().title(),
                price.date());
        for (Tier tier : price.tiers().subList(1, price.tiers().size())) {
            columns.add("  from " + grouped(tier.from()), "", tier.usd().toPlainString(), "", "");
        }
        if (!price.upTo().equals(Price.NO_END)) {
            columns.add("  beyond " + grouped(price.upTo()), "", "", "not known", "");
        }
    }

    private static String grouped(BigDecimal quantity) {
        return String.format(Locale.ROOT, "%,d", quantity.toBigInteger());
    }

    private static List<String> wrapped(String text) {
        return WordUtils.wrap(text, WIDTH - INDENT.length())
                .lines()
                .map(line -> INDENT + line)
                .toList();
    }

    /** Rows whose third cells stand one below the other by their decimal point. */
    private static final class Columns {
        private static final int NUMBER = 2;
        private final List<String[]> rows = new ArrayList<>();

        void add(String... cells) {
            rows.add(cells);
        }

        List<String> lines() {
            int whole = rows.stream()
                    .mapToInt(row -> wholeDigits(row[NUMBER]))
                    .max()
                    .orElse(0);
            rows.stream()
                    .skip(1)
                    .forEach(row -> row[NUMBER] = " ".repeat(whole - wholeDigits(row[NUMBER])) + row[NUMBER]);
            int[] widths = new int[rows.get(0).length];
            for (String[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    widths[i] = Math.max(widths[i], row[i].length());
                }
            }
            return rows.stream().map(row -> line(row, widths)).toList();
        }

        private static int wholeDigits(String number) {
            return number.startsWith("USD") ? 0 : (number + ".").indexOf('.');
        }

        private static String line(String[] row, int[] widths) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
            }
            return line.toString().stripTrailing();
        }
    }
}
