package atlas.compare.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text for a terminal, no line of it longer than {@value WIDTH} characters. */
final class Page {
    static final int WIDTH = 100;
    private static final String CUT = "…";

    private final StringBuilder text = new StringBuilder();

    /** What does not fit on the line is cut off; whatever a template smuggles in for the terminal is shown as a dot. */
    Page line(String line) {
        String harmless = line.replaceAll("\\p{Cntrl}", ".").stripTrailing();
        text.append(shortened(harmless, WIDTH)).append('\n');
        return this;
    }

    /** An empty line, and a title. */
    Page heading(String title) {
        if (!text.isEmpty()) {
            line("");
        }
        return line(title);
    }

    /** A list that goes on below its own beginning. */
    Page list(String lead, List<String> items) {
        String indent = " ".repeat(lead.length());
        StringBuilder current = new StringBuilder(lead);
        boolean empty = true;
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i) + (i + 1 < items.size() ? "," : "");
            if (!empty && current.length() + 1 + item.length() > WIDTH) {
                line(current.toString());
                current = new StringBuilder(indent);
                empty = true;
            }
            current.append(empty ? "" : " ").append(item);
            empty = false;
        }
        return line(current.toString());
    }

    /** A list on lines of its own, below what it is about. */
    Page listBelow(String about, List<String> items) {
        return line(about).list("      ", items);
    }

    /** Rows in columns, without a head, two characters further in. */
    Page rows(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                int width = row.get(i).length();
                if (i == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(i, Math.max(widths.get(i), width));
                }
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append("  ").append(padded(row.get(i), widths.get(i)));
            }
            line(line.toString());
        }
        return this;
    }

    /** A table with its head, two characters further in. */
    Page table(Table table) {
        table.text().lines().forEach(line -> line("  " + line));
        return this;
    }

    static List<String> row(String... cells) {
        return Arrays.asList(cells);
    }

    static String padded(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - cell.length()));
    }

    static String shortened(String text, int width) {
        return text.length() > width ? text.substring(0, width - 1) + CUT : text;
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing();
    }
}
