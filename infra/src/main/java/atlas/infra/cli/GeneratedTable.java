package atlas.infra.cli;

import atlas.infra.ComputeOption;
import atlas.infra.Setting;
import atlas.infra.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A table in a document that code makes, between two marks, so that it cannot drift from the code.
 *
 * @param document path below the project's root
 * @param name what its marks call it
 */
record GeneratedTable(String document, String name, String content) {
    static final List<GeneratedTable> ALL = List.of(
            new GeneratedTable("README.md", "options", options()),
            new GeneratedTable("docs/settings.md", "settings", settings()));

    boolean isStaleIn(Path root) {
        String text = read(root);
        return !text.equals(replacedIn(text));
    }

    void writeInto(Path root) {
        String text = replacedIn(read(root));
        try {
            Files.writeString(root.resolve(document), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String replacedIn(String text) {
        String begin = "<!-- %s: written by ./atlas docs -->\n".formatted(name);
        String end = "<!-- end of %s -->".formatted(name);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException("%s has no marks for the table of %s".formatted(document, name));
        }
        return text.substring(0, from + begin.length()) + content + "\n" + text.substring(to);
    }

    private String read(Path root) {
        try {
            return Files.readString(root.resolve(document));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String options() {
        Table table = new Table("option", "what it is", "family", "tier", "way in", "deploy it");
        for (ComputeOption option : ComputeOption.values()) {
            table.add(
                    "[%1$s](docs/options/%1$s.md)".formatted(option.id()),
                    option.title(),
                    option.family().title(),
                    option.tier().title(),
                    option.wayIn().title(),
                    "`npx cdk deploy %s`".formatted(option.stackId()));
        }
        return table.markdown();
    }

    private static String settings() {
        Table table = new Table("key", "what for", "may be", "default");
        for (Setting<?> setting : Settings.ALL) {
            table.add("`" + setting.key() + "`", setting.purpose(), setting.allowed(), setting.defaultText());
        }
        return table.markdown();
    }
}
