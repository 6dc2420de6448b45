package atlas.compare.prices.list;

import atlas.compare.BadInput;
import atlas.compare.prices.Price;
import atlas.compare.prices.SnapshotFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a snapshot anew from the Price List: the same offer files give the same bytes. */
public final class Refresh {
    private Refresh() {}

    /**
     * The snapshot with the prices that were found; what no matcher is for stays as it was, and so does each note.
     *
     * @param whole whether every matcher was asked, so that the snapshot counts as reviewed on the day the newest offer file was
     *     published
     * @throws BadInput where a price was not found, or two were: then nothing is worth writing
     */
    public static String of(SnapshotFile file, Reading reading, List<Finding> findings, boolean whole) {
        List<String> refused = findings.stream()
                .filter(finding -> !(finding.answer() instanceof Answer.Listed))
                .map(finding -> "\n  %s: %s".formatted(finding.key(), finding.why()))
                .toList();
        if (!refused.isEmpty()) {
            throw new BadInput("nothing was written, since the Price List has no single price for%s"
                    .formatted(String.join("", refused)));
        }
        ObjectNode tree = file.tree();
        Map<String, JsonNode> prices = sorted(tree.path("prices"));
        findings.forEach(finding -> {
            if (finding.answer() instanceof Answer.Listed listed) {
                JsonNode before = prices.getOrDefault(finding.key(), tree.objectNode());
                prices.put(finding.key(), row(tree.objectNode(), listed, before.path("note")));
            }
        });
        Map<String, JsonNode> offers = sorted(tree.path("offers"));
        String reviewed = tree.path("reviewed").asText();
        for (Map.Entry<Offer, OfferFile> read : reading.files().entrySet()) {
            offers.put(read.getKey().code(), provenance(tree.objectNode(), read.getKey(), read.getValue()));
            String published = read.getValue().publicationDate().split("T")[0];
            if (whole && published.compareTo(reviewed) > 0) {
                reviewed = published;
            }
        }
        tree.put("reviewed", reviewed);
        tree.set("offers", tree.objectNode().setAll(offers));
        tree.set("prices", tree.objectNode().setAll(prices));
        return SnapshotFile.text(tree);
    }

    private static ObjectNode row(ObjectNode row, Answer.Listed listed, JsonNode note) {
        Price price = listed.price();
        row.put("unit", price.unit());
        ArrayNode tiers = row.putArray("tiers");
        price.tiers().forEach(tier -> tiers.addObject().put("from", tier.from()).put("usd", tier.usd()));
        if (!price.upTo().equals(Price.NO_END)) {
            row.put("upTo", price.upTo());
        }
        row.put("confidence", price.confidence().title());
        row.put("source", price.source());
        row.put("date", price.date());
        if (!note.isMissingNode()) {
            row.set("note", note);
        }
        return row.put("offerCode", listed.offerCode())
                .put("sku", listed.sku())
                .put("usagetype", listed.usagetype())
                .put("effectiveDate", listed.effectiveDate());
    }

    private static ObjectNode provenance(ObjectNode row, Offer offer, OfferFile file) {
        return row.put("version", file.version())
                .put("publicationDate", file.publicationDate())
                .put(
                        "url",
                        OfferDownload.AWS.resolve(offer.pathOf(file.version())).toString())
                .put("sha256", file.sha256());
    }

    private static Map<String, JsonNode> sorted(JsonNode object) {
        Map<String, JsonNode> fields = new TreeMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
