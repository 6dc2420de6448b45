package atlas.infra.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under a head, for a terminal or for Markdown. Columns of whole numbers stand to the right. */
final class Table {
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        this.head = List.of(head);
    }

    void add(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    }

    String text() {
        List<Integer> widths = columns().mapToObj(this::width).toList();
        List<List<String>> lines = new ArrayList<>(rows);
        lines.add(0, head);
        return lines.stream()
                .map(line -> columns()
                        .mapToObj(column -> pad(line.get(column), widths.get(column), isNumeric(column)))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    String markdown() {
        List<String> rule =
                columns().mapToObj(column -> isNumeric(column) ? "---:" : "---").toList();
        List<List<String>> lines = new ArrayList<>(rows);
        lines.addAll(0, List.of(head, rule));
        return lines.stream()
                .map(line -> "| " + String.join(" | ", line) + " |")
                .collect(Collectors.joining("\n"));
    }

    private IntStream columns() {
        return IntStream.range(0, head.size());
    }

    private int width(int column) {
        return Math.max(
                head.get(column).length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).matches("\\d+"));
    }

    private static String pad(String cell, int width, boolean right) {
        return ("%" + (right ? "" : "-") + width + "s").formatted(cell);
    }
}
