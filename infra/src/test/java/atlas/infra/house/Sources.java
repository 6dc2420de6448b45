package atlas.infra.house;

import atlas.infra.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java files of the whole project, to read and not to load. */
final class Sources {
    private Sources() {}

    /** As the reactor's own pom.xml lists them. */
    static List<String> modules() {
        return found("<module>(.*?)</module>", text(ProjectFiles.ROOT.resolve("pom.xml")));
    }

    /** @param part {@code main} or {@code test} */
    static List<Path> of(String module, String part) {
        Path folder =
                ProjectFiles.ROOT.resolve(module).resolve("src").resolve(part).resolve("java");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What a file imports, with or without {@code static}. */
    static List<String> imports(Path file) {
        return found("(?m)^import (?:static )?([\\w.]+(?:\\.\\*)?);", text(file));
    }

    /** The first group of every match. */
    static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
