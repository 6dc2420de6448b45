package atlas.infra.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links between the documents, to files and to headings; nobody is asked for pages elsewhere. */
class LinksTest {
    private static final String LINK = "(?:\\]\\(\\s*|\\n\\[\\d+\\]: )([^)\\s]+)";

    @Test
    void everyLinkLeadsSomewhere() {
        assertEquals(
                List.of(),
                documents()
                        .flatMap(document -> links(document)
                                .filter(link -> !resolves(document, link))
                                .map(link -> "%s: %s".formatted(ProjectFiles.ROOT.relativize(document), link)))
                        .toList());
    }

    @Test
    void theReadmeHasLinksToFollow() {
        assertTrue(links(ProjectFiles.ROOT.resolve("README.md")).count() > 10);
    }

    @Test
    void aHeadingIsLinkedAsGitHubDoes() {
        assertEquals(Set.of("what-is-proven-and-how", "run-1-x", "run-1-x-1"), anchors("""
                ## What is proven, and how
                ### `run`: [1](there) x
                ```
                # no heading
                ```
                ### Run 1 x
                """));
    }

    private static Stream<Path> documents() {
        return Stream.concat(listed(ProjectFiles.ROOT, 1), listed(ProjectFiles.ROOT.resolve("docs"), 9));
    }

    private static Stream<Path> listed(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Stream<String> links(Path document) {
        return Sources.found(LINK, withoutBlocks(Sources.text(document))).stream()
                .filter(link -> !link.matches("[a-z]+:.*"));
    }

    private static boolean resolves(Path document, String link) {
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty()
                ? document
                : document.resolveSibling(parts[0]).normalize();
        return Files.exists(file)
                && (parts.length == 1 || anchors(Sources.text(file)).contains(parts[1]));
    }

    /** A second heading of the same words gets a number. */
    private static Set<String> anchors(String text) {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String heading : Sources.found("(?:^|\\n)#+ ([^\\n]*)", withoutBlocks(text))) {
            String anchor = heading.replaceAll("\\]\\([^)]*\\)", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .strip()
                    .replace(' ', '-');
            int before = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        }
        return anchors;
    }

    private static String withoutBlocks(String text) {
        return text.replaceAll("(?ms)^```.*?^```$", "");
    }
}
