package atlas.compare.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under a head, for a terminal or for Markdown. Columns whose head begins with {@code >} stand to the right. */
public final class Table {
    private static final String RIGHT = ">";

    private final List<String> head;
    private final List<Boolean> right;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... head) {
        this.right = Arrays.stream(head).map(name -> name.startsWith(RIGHT)).toList();
        this.head = Arrays.stream(head)
                .map(name -> name.startsWith(RIGHT) ? name.substring(RIGHT.length()) : name)
                .toList();
    }

    public void add(Object... cells) {
        if (cells.length != head.size()) {
            throw new IllegalArgumentException("a row has %d cells, got %d".formatted(head.size(), cells.length));
        }
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    }

    public String text() {
        List<Integer> widths = columns().mapToObj(this::width).toList();
        List<List<String>> lines = new ArrayList<>(rows);
        lines.add(0, head);
        return lines.stream()
                .map(line -> columns()
                        .mapToObj(column -> pad(line.get(column), widths.get(column), right.get(column)))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    public String markdown() {
        List<String> rule =
                columns().mapToObj(column -> right.get(column) ? "---:" : "---").toList();
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

    private static String pad(String cell, int width, boolean right) {
        String room = " ".repeat(width - cell.length());
        return right ? room + cell : cell + room;
    }
}
