package atlas.compare.cli;

import atlas.compare.BadInput;
import atlas.compare.facts.Facts;
import atlas.compare.prices.PriceBooks;
import atlas.compare.report.FactMarkdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a document has between two marks, made of the facts, so that it cannot drift from them.
 *
 * @param document path below the project's root
 * @param name what its marks call it
 */
record FactsDocument(String document, String name, String content) {
    private static final String UPWARDS = "../";
    private static final String REGION = "us-east-1";

    static List<FactsDocument> all(Facts facts) {
        return List.of(
                new FactsDocument("docs/limits.md", "limits", FactMarkdown.of(facts.limits(), UPWARDS)),
                new FactsDocument(
                        "docs/responsibilities.md",
                        "responsibilities",
                        FactMarkdown.of(facts.responsibilities(), UPWARDS)),
                new FactsDocument(
                        "docs/pairs.md", "pairs", FactMarkdown.of(facts.pairs(PriceBooks.of(REGION)), UPWARDS)));
    }

    boolean isStaleIn(Path root) {
        String text = read(root);
        return !text.equals(replacedIn(text));
    }

    void writeInto(Path root) {
        String text = replacedIn(read(root));
        try {
            Files.writeString(root.resolve(document), text);
        } catch (IOException unwritable) {
            throw new BadInput("cannot write to %s: %s".formatted(document, unwritable.getMessage()));
        }
    }

    private String replacedIn(String text) {
        String begin = "<!-- %s: written by ./atlas facts --write -->\n".formatted(name);
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
