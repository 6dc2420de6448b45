package atlas.compare.cli;

import java.nio.file.Path;

/** What two things are called in a narrow column: of two paths only as much of the end as tells them apart. */
record Labels(String left, String right) {
    static Labels of(String left, String right) {
        Path one = Path.of(left);
        Path other = Path.of(right);
        int most = Math.max(one.getNameCount(), other.getNameCount());
        for (int names = 1; names < most; names++) {
            Labels labels = new Labels(last(one, names), last(other, names));
            if (!labels.left().equals(labels.right())) {
                return labels;
            }
        }
        return new Labels(left, right);
    }

    private static String last(Path path, int names) {
        int count = path.getNameCount();
        return count <= names
                ? path.toString()
                : path.subpath(count - names, count).toString();
    }
}
