package atlas.compare.report.html;

import atlas.compare.bill.Line;
import atlas.compare.comparison.Comparison;
import atlas.compare.prices.Price;
import atlas.compare.prices.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The prices that the bills use, in the order of their keys, each with its source. */
record Prices(List<Row> rows) {
    /** @param steps its tiers, from the first unit of a month on */
    record Row(String key, String unit, List<Step> steps, String source, String date, String note, String confidence) {}

    /** @param from empty for the first tier */
    record Step(List<Figure> from, Figure usd) {}

    static Prices of(Comparison comparison) {
        SortedMap<String, Row> rows = new TreeMap<>();
        comparison.entries().stream()
                .flatMap(entry -> entry.loaded().lines().stream())
                .map(Line::priceKey)
                .distinct()
                .flatMap(key -> comparison.terms().prices().find(key).stream())
                .forEach(price -> rows.put(price.key(), row(price)));
        return new Prices(List.copyOf(rows.values()));
    }

    /** Where a price was read. */
    String source(String key) {
        return rows.stream()
                .filter(row -> row.key().equals(key))
                .map(row -> "%s, %s".formatted(row.source(), row.date()))
                .findFirst()
                .orElse("derived from other prices, as its formula says");
    }

    private static Row row(Price price) {
        String source = "%s, %s".formatted(price.source(), price.date());
        List<Step> steps = new ArrayList<>();
        for (Tier tier : price.tiers()) {
            steps.add(new Step(
                    tier.from().compareTo(BigDecimal.ZERO) == 0
                            ? List.of()
                            : List.of(Figure.cited(tier.from(), source)),
                    Figure.cited(tier.usd(), source)));
        }
        return new Row(
                price.key(),
                price.unit(),
                steps,
                price.source(),
                price.date(),
                price.note(),
                price.confidence().title());
    }
}
