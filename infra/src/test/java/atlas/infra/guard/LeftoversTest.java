package atlas.infra.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.infra.ProjectFiles;
import atlas.infra.template.Assembly;
import atlas.infra.template.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who brings a new type of resource says what its service leaves behind. */
class LeftoversTest {
    private static final Pattern TYPE = Pattern.compile("`((?:AWS|Custom)::[\\w:-]+)`");

    @Test
    void tellsOfEveryTypeThatIsUsedAndOfNoOther() throws IOException {
        Set<String> used = Assembly.all().stream()
                .flatMap(assembly -> assembly.stacks().stream())
                .flatMap(stack -> stack.all().stream())
                .map(Resource::type)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(String.join("\n", used), String.join("\n", new TreeSet<>(told())));
    }

    @Test
    void tellsOfEachTypeOnce() throws IOException {
        List<String> told = told();

        assertEquals(new TreeSet<>(told).size(), told.size(), told::toString);
    }

    /** "Nothing" is an answer, an empty cell is not. */
    @Test
    void saysWhatHowAndWhoSaysSo() throws IOException {
        for (String row : rows()) {
            List<String> cells = List.of(row.substring(2, row.length() - 2).split(" \\| "));
            assertEquals(4, cells.size(), row);
            cells.forEach(cell -> assertEquals(cell.strip(), cell, row));
        }
    }

    private static List<String> told() throws IOException {
        return rows().stream()
                .map(row -> row.substring(0, row.indexOf(" | ")))
                .flatMap(types -> TYPE.matcher(types).results())
                .map((MatchResult type) -> type.group(1))
                .toList();
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(ProjectFiles.ROOT.resolve("docs/leftovers.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
    }
}
