package atlas.compare.report;

import java.util.ArrayList;
import java.util.List;

/** Three columns: what it is about, left, right. A cell has as many lines as it needs. */
final class SideBySide {
    private static final int GAP = 2;
    private static final int ABOUT = 20;
    private static final int CELL = (Page.WIDTH - ABOUT - 2 * GAP) / 2;

    private final Page page;

    SideBySide(Page page) {
        this.page = page;
    }

    void row(String about, String left, String right) {
        List<String> lefts = wrapped(left);
        List<String> rights = wrapped(right);
        for (int i = 0; i < Math.max(lefts.size(), rights.size()); i++) {
            page.line(Page.padded(i == 0 ? about : "", ABOUT + GAP)
                    + Page.padded(at(lefts, i), CELL + GAP)
                    + at(rights, i));
        }
    }

    private static String at(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "";
    }

    private static List<String> wrapped(String text) {
        return text.lines().flatMap(line -> broken(line).stream()).toList();
    }

    private static List<String> broken(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > CELL) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(Page.shortened(word, CELL));
        }
        lines.add(line.toString());
        return lines;
    }
}
