package atlas.compare.report;

/** A label, and a text beside it that goes on below itself. */
final class Hanging {
    private static final int WIDTH = 100;

    private Hanging() {}

    /** @param label with the room up to the text; may be all blanks */
    static String text(String label, String content) {
        String indent = " ".repeat(label.length());
        StringBuilder all = new StringBuilder();
        StringBuilder line = new StringBuilder(label);
        boolean first = true;
        for (String word : content.split(" ")) {
            if (!first && line.length() + 1 + word.length() > WIDTH) {
                all.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(indent);
                first = true;
            }
            line.append(first ? "" : " ").append(word);
            first = false;
        }
        return all.append(line.toString().stripTrailing()).toString();
    }
}
