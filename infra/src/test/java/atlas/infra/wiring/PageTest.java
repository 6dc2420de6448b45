package atlas.infra.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.infra.ProjectFiles;
import atlas.infra.template.Assembly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map page, against the edge that serves it. */
class PageTest {
    private static final Path PAGE = Path.of(ProjectFiles.MAP_PAGE);

    /** The policy forbids them, and a browser that obeys shows a page that does nothing. */
    @Test
    void hasNothingInlineThatTheSecurityPolicyForbids() throws IOException {
        String policy = Assembly.with()
                .stack("Cdn")
                .only("AWS::CloudFront::ResponseHeadersPolicy")
                .text("/ResponseHeadersPolicyConfig/SecurityHeadersConfig/ContentSecurityPolicy/ContentSecurityPolicy");
        String page = Files.readString(PAGE.resolve("index.html"));

        assertTrue(policy.startsWith("default-src 'self'; img-src 'self' blob: data:;"), policy);
        assertEquals(List.of(), found("<script(?![^>]*\\bsrc=)", page), "script in the page");
        assertEquals(List.of(), found("<style\\b", page), "style in the page");
        assertEquals(List.of(), found("\\s(on[a-z]+|style)=", page), "script or style in an attribute");
    }

    @Test
    void loadsNothingFromElsewhere() throws IOException {
        for (Path file : files()) {
            String text = Files.readString(file).replace("http://www.w3.org/2000/svg", "");
            assertEquals(List.of(), found("(https?:)?//[a-z0-9.-]+\\.[a-z]{2,}/", text), file.toString());
            assertEquals(List.of(), found("\\b(eval|new Function)\\(", text), file.toString());
        }
    }

    @Test
    void readsTheListThatTheDeploymentWrites() throws IOException {
        String reader = Files.readString(PAGE.resolve("options.js"));

        assertTrue(reader.contains("fetch(\"options.json\")"), "beside the page");
        assertTrue(reader.contains("{ options }"), "as a list of this name");
        assertTrue(reader.contains("({ id, title, stack })"), "of these fields");
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group())
                .toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(PAGE)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
