package atlas.compare.report;

import java.util.Arrays;

/** Two long texts cut so that where they begin to differ is seen. */
record Shortened(String left, String right) {
    private static final int ROOM = Page.WIDTH - "      < ".length();
    /** What is left of the beginning they have in common. */
    private static final int BEFORE = 20;

    static Shortened of(String left, String right) {
        int common = Arrays.mismatch(left.toCharArray(), right.toCharArray());
        boolean late = Math.max(left.length(), right.length()) > ROOM && common > ROOM / 2;
        int start = late ? common - BEFORE : 0;
        return new Shortened(cut(left, start), cut(right, start));
    }

    private static String cut(String text, int start) {
        int from = Math.min(start, text.length());
        return Page.shortened(from == 0 ? text : "…" + text.substring(from), ROOM);
    }
}
