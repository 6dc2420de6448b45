package atlas.compare.cli;

import atlas.compare.prices.Price;
import atlas.compare.prices.Snapshot;
import atlas.compare.prices.Tier;
import atlas.compare.report.Json;
import atlas.compare.report.Table;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
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
    private final List<Price> prices;

    PricesTable(Snapshot snapshot, SortedSet<String> keys) {
        this.snapshot = snapshot;
        this.keys = keys;
        this.prices = keys.stream()
                .flatMap(key -> snapshot.prices().find(key).stream())
                .toList();
    }

    /** A line a price, and one for each further tier; then the keys that have no price, and why. */
    String text(boolean withSource) {
        Table table = new Table("key", "unit", "USD", "confidence", "date");
        prices.forEach(price -> addTo(table, price));
        Iterator<String> rows = table.text().lines().iterator();
        List<String> lines = new ArrayList<>(List.of(rows.next()));
        for (Price price : prices) {
            for (int row = 0; row < rows(price); row++) {
                lines.add(rows.next());
            }
            if (withSource) {
                lines.addAll(wrapped(price.note().isEmpty() ? price.source() : price.source() + "; " + price.note()));
            }
        }
        keys.stream().filter(snapshot.notKnown()::containsKey).forEach(key -> {
            lines.add(key + "  not known");
            lines.addAll(wrapped(snapshot.notKnown().get(key)));
        });
        return String.join("\n", lines);
    }

    String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("region", snapshot.prices().region())
                .put("currency", "USD")
                .put("reviewed", snapshot.reviewed().toString())
                .put("hoursPerMonth", snapshot.hoursPerMonth());
        ArrayNode rows = root.putArray("prices");
        prices.forEach(price -> {
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
        return Json.pretty(root);
    }

    private static int rows(Price price) {
        return price.tiers().size() + (price.upTo().equals(Price.NO_END) ? 0 : 1);
    }

    private void addTo(Table table, Price price) {
        table.add(
                price.key(),
                price.unit(),
                aligned(price.first()),
                price.confidence().title(),
                price.date());
        for (Tier tier : price.tiers().subList(1, price.tiers().size())) {
            table.add("  from " + grouped(tier.from()), "", aligned(tier.usd()), "", "");
        }
        if (!price.upTo().equals(Price.NO_END)) {
            table.add("  beyond " + grouped(price.upTo()), "", "", "not known", "");
        }
    }

    /** So that the decimal points stand one below the other. */
    private String aligned(BigDecimal usd) {
        int widest = prices.stream()
                .mapToInt(price -> wholeDigits(price.first()))
                .max()
                .orElse(0);
        return " ".repeat(widest - wholeDigits(usd)) + usd.toPlainString();
    }

    private static int wholeDigits(BigDecimal number) {
        return number.toBigInteger().toString().length();
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
}
