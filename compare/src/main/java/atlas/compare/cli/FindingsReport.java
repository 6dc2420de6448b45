package atlas.compare.cli;

import atlas.compare.prices.list.Finding;
import atlas.compare.prices.list.Finding.Status;
import atlas.compare.report.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Snapshot and Price List beside each other, for a terminal or for scripts.
 *
 * @param kept keys that were not compared
 */
record FindingsReport(String region, List<Finding> findings, SortedSet<String> kept) {

    /** A line a key. */
    String text() {
        int status = findings.stream()
                .mapToInt(finding -> finding.status().title().length())
                .max()
                .orElse(1);
        int key = findings.stream()
                .mapToInt(finding -> finding.key().length())
                .max()
                .orElse(1);
        return findings.stream()
                .map(finding -> ("%-" + status + "s  %-" + key + "s  %s")
                        .formatted(finding.status().title(), finding.key(), told(finding)))
                .collect(Collectors.joining("\n"));
    }

    String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("region", region);
        ArrayNode rows = root.putArray("findings");
        findings.forEach(finding -> rows.addObject()
                .put("key", finding.key())
                .put("status", finding.status().title())
                .put("was", finding.was())
                .put("is", finding.is())
                .put("percent", finding.percent())
                .put("why", finding.why()));
        ArrayNode others = root.putArray("kept");
        kept.forEach(others::add);
        return Json.pretty(root);
    }

    String summary() {
        String counts = Arrays.stream(Status.values())
                .map(status -> "%d %s"
                        .formatted(
                                findings.stream()
                                        .filter(finding -> finding.status() == status)
                                        .count(),
                                status.title()))
                .filter(count -> !count.startsWith("0 "))
                .collect(Collectors.joining(", "));
        return "%s: %s, %d kept (no matcher is for them)".formatted(region, counts, kept.size());
    }

    private static String told(Finding finding) {
        return switch (finding.status()) {
            case OK -> finding.was();
            case NEW -> finding.is();
            case CHANGED ->
                "%s -> %s (%s%s %%)"
                        .formatted(
                                finding.was(),
                                finding.is(),
                                finding.percent().signum() > 0 ? "+" : "",
                                finding.percent().toPlainString());
            case NOT_FOUND, UNCLEAR -> finding.why();
        };
    }
}
