package atlas.compare.report;

import atlas.compare.comparison.Comparison;
import atlas.compare.comparison.Comparison.Entry;
import atlas.compare.curve.Cheapest;
import atlas.compare.curve.CrossOver;
import atlas.compare.curve.Curve;
import atlas.compare.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The comparison for a terminal or as Markdown: the table, who cannot carry the workload, and who is cheapest when. */
public final class ComparisonText {
    /** More of them would hide the table. */
    private static final int REASONS = 3;

    private final Comparison comparison;

    public ComparisonText(Comparison comparison) {
        this.comparison = comparison;
    }

    public String text() {
        List<String> parts = new ArrayList<>();
        parts.add(heading());
        parts.add(new ComparisonTable(comparison).table().text());
        parts.add(wrapped(refusals()));
        parts.add(wrapped(hidden()));
        parts.add(String.join("\n", cheapest()));
        parts.add(String.join("\n", crossOvers()));
        parts.removeIf(String::isBlank);
        return String.join("\n\n", parts);
    }

    public String markdown() {
        List<String> parts = new ArrayList<>();
        parts.add(heading());
        parts.add(new ComparisonTable(comparison).table().markdown());
        parts.add(listed(refusals()));
        parts.add(listed(hidden()));
        parts.add(listed(cheapest()));
        parts.add(listed(crossOvers()));
        parts.removeIf(String::isBlank);
        return String.join("\n\n", parts);
    }

    private static String wrapped(List<String> lines) {
        return lines.stream().map(line -> Hanging.text("", line)).collect(Collectors.joining("\n"));
    }

    private static String listed(List<String> lines) {
        return lines.stream()
                .map(line -> "- " + line.strip())
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }

    private String heading() {
        Workload workload = comparison.terms().workload();
        String heading = "%s: %s requests a second, %s ms of CPU each; computed for %s, USD a month"
                .formatted(
                        workload.name(),
                        Rate.text(workload.requestsPerSecond()),
                        Rate.text(workload.cpuMillisPerRequest()),
                        comparison.terms().prices().region());
        return workload.measuredOn().isEmpty()
                ? heading
                : "%s\nCPU, answer and cold start were measured: %s".formatted(heading, workload.measuredOn());
    }

    private List<String> refusals() {
        return comparison.ranked().stream()
                .filter(entry -> !entry.loaded().isCarried())
                .map(ComparisonText::refusal)
                .toList();
    }

    private static String refusal(Entry entry) {
        return "%s: %s".formatted(entry.id(), String.join("; ", entry.loaded().refusals()));
    }

    /** Whose bill lacks something that costs money in any case, and so says nothing beside others. */
    private List<String> hidden() {
        return comparison.ranked().stream()
                .filter(entry -> entry.answers() && !entry.isComparable())
                .map(entry -> "%s is not ranked: %s".formatted(entry.id(), missing(entry)))
                .toList();
    }

    private static String missing(Entry entry) {
        List<String> reasons = entry.hidden();
        return reasons.size() <= REASONS
                ? String.join("; ", reasons)
                : "%s; and %d more".formatted(String.join("; ", reasons.subList(0, REASONS)), reasons.size() - REASONS);
    }

    private List<String> cheapest() {
        return comparison.curves().cheapest().stream()
                .map(stretch -> "cheapest from %s to %s requests a second: %s%s"
                        .formatted(Rate.text(stretch.from()), Rate.text(stretch.to()), stretch.setUp(), reach(stretch)))
                .toList();
    }

    /** A stretch may go on where the template as it is does not; its maxima would have to be raised. */
    private String reach(Cheapest stretch) {
        return comparison.curves().drawn().stream()
                .filter(curve -> curve.setUp().equals(stretch.setUp()))
                .map(Curve::asWrittenUpTo)
                .flatMap(Optional::stream)
                .filter(most -> most.compareTo(stretch.to()) < 0)
                .map(most -> " (as written up to %s)".formatted(Rate.text(most)))
                .findFirst()
                .orElse("");
    }

    private List<String> crossOvers() {
        return comparison.curves().crossOvers().stream()
                .filter(CrossOver::isLasting)
                .map(ComparisonText::crossOver)
                .toList();
    }

    private static String crossOver(CrossOver crossOver) {
        return "%s is cheaper below %s, %s above %s requests a second"
                .formatted(
                        crossOver.below(), Rate.text(crossOver.from()), crossOver.above(), Rate.text(crossOver.to()));
    }
}
