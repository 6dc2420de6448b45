package atlas.compare.report;

import atlas.compare.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a document has between two marks, made by a command, so that it cannot drift from what it is made of.
 *
 * @param document path below the project's root
 * @param name what its marks call it
 * @param writer what to type to have it written
 */
public record GeneratedPart(String document, String name, String writer, String content) {
    /** @throws BadInput when the document cannot be read, or has no marks of that name */
    public boolean isStaleIn(Path root) {
        String text = read(root);
        return !text.equals(replacedIn(text));
    }

    /** @throws BadInput when the document cannot be written, or has no marks of that name */
    public void writeInto(Path root) {
        String text = replacedIn(read(root));
        try {
            Files.writeString(root.resolve(document), text);
        } catch (IOException unwritable) {
            throw new BadInput("cannot write to %s: %s".formatted(document, unwritable.getMessage()));
        }
    }

    private String replacedIn(String text) {
        String begin = "<!-- %s: written by %s -->\n".formatted(name, writer);
        String end = "<!-- end of %s -->".formatted(name);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new BadInput("%s has no marks for %s".formatted(document, name));
        }
        return text.substring(0, from + begin.length()) + content + "\n" + text.substring(to);
    }

    private String read(Path root) {
        try {
            return Files.readString(root.resolve(document));
        } catch (IOException unreadable) {
            throw new BadInput("cannot read %s: %s".formatted(document, unreadable.getMessage()));
        }
    }
}
