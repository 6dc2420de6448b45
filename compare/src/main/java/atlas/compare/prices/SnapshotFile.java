package atlas.compare.prices;

import atlas.compare.BadInput;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A snapshot as it lies in the repository: JSON that a person reviews, so every number is written out, never 2E-7. */
public final class SnapshotFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final int SCHEMA_VERSION = 1;

    private final String name;
    private final JsonNode tree;

    private SnapshotFile(String name, JsonNode tree) {
        this.name = name;
        this.tree = tree;
    }

    /**
     * @param name what an error calls it
     * @throws BadInput where the text is not JSON
     */
    public static SnapshotFile parse(String name, String text) {
        try {
            return new SnapshotFile(name, MAPPER.readTree(text));
        } catch (JsonProcessingException broken) {
            throw new BadInput("%s is not JSON: %s at line %d"
                    .formatted(
                            name,
                            broken.getOriginalMessage().lines().findFirst().orElse("broken"),
                            broken.getLocation().getLineNr()));
        }
    }

    /** The same as JSON, for somebody who changes it. */
    public ObjectNode tree() {
        return tree.deepCopy();
    }

    /** Always the same text for the same tree. */
    public static String text(JsonNode tree) {
        DefaultPrettyPrinter layout = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return MAPPER.writer(layout).writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @throws BadInput where anything is missing or is not what it should be */
    public Snapshot snapshot() {
        require(tree.path("schemaVersion"), "schemaVersion", "1", value -> value.intValue() == SCHEMA_VERSION);
        require(tree.path("currency"), "currency", "\"USD\"", value -> value.asText()
                .equals("USD"));
        require(tree.path("prices"), "prices", "an object", JsonNode::isObject);
        List<Price> prices = new ArrayList<>();
        tree.path("prices").properties().forEach(entry -> prices.add(price(entry.getKey(), entry.getValue())));
        SortedMap<String, String> notKnown = new TreeMap<>();
        tree.path("unknown").forEach(row -> notKnown.put(text(row, "unknown", "key"), text(row, "unknown", "why")));
        return new Snapshot(
                reviewed(),
                positive(tree.path("hoursPerMonth"), "hoursPerMonth").intValueExact(),
                new PriceBook(text(tree, "", "region"), prices),
                notKnown);
    }

    private Price price(String key, JsonNode row) {
        List<Tier> tiers = new ArrayList<>();
        row.path("tiers")
                .forEach(tier -> tiers.add(new Tier(
                        positive(tier.path("from"), key + ".tiers.from"),
                        positive(tier.path("usd"), key + ".tiers.usd"))));
        try {
            return new Price(
                    key,
                    text(row, key, "unit"),
                    tiers,
                    row.has("upTo") ? positive(row.path("upTo"), key + ".upTo") : Price.NO_END,
                    confidence(row.path("confidence"), key),
                    text(row, key, "source"),
                    text(row, key, "date"),
                    row.path("note").asText());
        } catch (IllegalArgumentException refused) {
            throw new BadInput(name + ": " + refused.getMessage());
        }
    }

    private Confidence confidence(JsonNode value, String key) {
        List<String> words =
                Arrays.stream(Confidence.values()).map(Confidence::title).toList();
        require(value, key + ".confidence", String.join(", ", words), given -> words.contains(given.asText()));
        return Confidence.values()[words.indexOf(value.asText())];
    }

    private LocalDate reviewed() {
        try {
            return LocalDate.parse(tree.path("reviewed").asText());
        } catch (DateTimeException refused) {
            throw mustBe("reviewed", "a date", tree.path("reviewed"));
        }
    }

    private BigDecimal positive(JsonNode value, String what) {
        require(
                value,
                what,
                "a number >= 0",
                given -> given.isNumber() && given.decimalValue().signum() >= 0);
        return value.decimalValue();
    }

    private String text(JsonNode row, String of, String field) {
        require(
                row.path(field),
                of.isEmpty() ? field : of + "." + field,
                "text",
                given -> given.isTextual() && !given.asText().isBlank());
        return row.path(field).asText();
    }

    private void require(JsonNode value, String what, String allowed, Predicate<JsonNode> holds) {
        if (!holds.test(value)) {
            throw mustBe(what, allowed, value);
        }
    }

    private BadInput mustBe(String what, String allowed, JsonNode given) {
        return new BadInput("%s: %s must be %s, got %s"
                .formatted(name, what, allowed, given.isMissingNode() ? "none" : given.toString()));
    }
}
