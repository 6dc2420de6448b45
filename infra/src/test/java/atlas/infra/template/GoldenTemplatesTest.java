package atlas.infra.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every stack as it was when somebody last looked at it, in files that are made to be read. A change of a template shows
 * here as a diff, whether it was meant or came with a new version of the CDK.
 */
class GoldenTemplatesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final String HOW_TO_UPDATE = "mvn -q -pl infra test -Dtest=GoldenTemplatesTest -Dgolden.update=true";
    private static final int LINES_SHOWN = 20;

    static Stream<String> stacks() {
        return Stream.concat(sandbox().stackIds().stream(), Stream.of("Budget", "EdgeCertificate"));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void isAsReviewed(String stack) throws IOException {
        Assembly assembly = sandbox().stackIds().contains(stack) ? sandbox() : withDomainAndBudget();
        String now = TemplateText.of(assembly.stack(stack).json());
        Path golden = FOLDER.resolve(stack + ".txt");
        if (UPDATE) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, now);
        }

        List<String> difference = difference(Files.exists(golden) ? Files.readString(golden) : "", now);

        assertEquals(List.of(), difference, () -> "%s differs from %s; when that is meant, type: %s%n%s%n"
                .formatted(stack, golden, HOW_TO_UPDATE, String.join("\n", difference)));
    }

    @Test
    void isReadForEveryFileThatThereIs() throws IOException {
        List<String> read = stacks().map(stack -> stack + ".txt").sorted().toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(
                    read,
                    files.map(file -> file.getFileName().toString()).sorted().toList(),
                    "a file that no test reads says nothing; delete it");
        }
    }

    /** Lines that went and lines that came, the first few of them. */
    private static List<String> difference(String before, String now) {
        List<String> gone = new ArrayList<>(before.lines().toList());
        List<String> come = new ArrayList<>(now.lines().toList());
        now.lines().forEach(gone::remove);
        before.lines().forEach(come::remove);
        if (gone.isEmpty() && come.isEmpty()) {
            return before.equals(now) ? List.of() : List.of("the same lines in another order");
        }
        return Stream.concat(
                        gone.stream().map(line -> "- " + line), come.stream().map(line -> "+ " + line))
                .limit(LINES_SHOWN)
                .toList();
    }

    private static Assembly sandbox() {
        return Assembly.with();
    }

    private static Assembly withDomainAndBudget() {
        return Assembly.with(
                "domain=atlas.example.com", "zoneId=Z0123456789ABCDEFGHIJ", "budget=20", "email=you@example.com");
    }
}
