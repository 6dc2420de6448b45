package atlas.proof.mistake;

import atlas.compare.BadInput;
import atlas.proof.gate.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The table in a document that tells which gate catches what, between two marks. */
public final class MistakesTable {
    private static final String BEGIN = "<!-- mistakes: written by ./atlas mistakes --docs -->\n";
    private static final String END = "<!-- end of mistakes -->";

    private final List<Mistake> mistakes;
    private final List<String> gates;

    public MistakesTable(List<Mistake> mistakes, List<Gate> gates) {
        this.mistakes = List.copyOf(mistakes);
        this.gates = gates.stream().map(Gate::name).toList();
    }

    /** @return whether it was another one */
    public boolean writeInto(Path document) {
        try {
            String text = Files.readString(document);
            int from = text.indexOf(BEGIN);
            int to = text.indexOf(END);
            if (from < 0 || to < from) {
                throw new BadInput(document + " has no marks for the table of mistakes");
            }
            String written = text.substring(0, from + BEGIN.length()) + markdown() + text.substring(to);
            Files.writeString(document, written);
            return !written.equals(text);
        } catch (IOException refused) {
            throw new BadInput("%s cannot be written: %s".formatted(document, refused.getMessage()));
        }
    }

    String markdown() {
        StringBuilder table = new StringBuilder();
        row(table, "gate", "catches, of " + mistakes.size(), "alone");
        row(table, "---", "---:", "---:");
        gates.forEach(gate -> row(table, "`" + gate + "`", count(gate), countAlone(gate)));
        table.append('\n');
        row(table, "somebody", "and broke", "which is caught by");
        row(table, "---", "---", "---");
        mistakes.forEach(mistake -> row(table, mistake.text(), "`" + mistake.breaks() + "`", caught(mistake)));
        return table.toString();
    }

    private String count(String gate) {
        return Long.toString(mistakes.stream()
                .filter(mistake -> mistake.caught().containsKey(gate))
                .count());
    }

    private String countAlone(String gate) {
        return Long.toString(mistakes.stream()
                .filter(mistake ->
                        mistake.caught().containsKey(gate) && mistake.caught().size() == 1)
                .count());
    }

    private String caught(Mistake mistake) {
        return gates.stream()
                .filter(mistake.caught()::containsKey)
                .map(gate -> gate + mistake.caught().get(gate).stream().collect(Collectors.joining("`, `", " `", "`")))
                .collect(Collectors.joining("; "));
    }

    private static void row(StringBuilder table, String... cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
