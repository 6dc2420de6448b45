package atlas.compare.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Styles and scripts of the page, and the policy that admits them and nothing else.
 *
 * @param library D3's parts that draw curves; each sets itself into one global name
 * @param licence of the library, which goes with it
 */
record Assets(String style, String library, String licence, String script) {
    private static final List<String> STYLES =
            List.of("page.css", "tables.css", "curves.css", "bills.css", "pictures.css", "print.css");
    private static final List<String> SCRIPTS =
            List.of("theme.js", "because.js", "tables.js", "chart.js", "curves.js", "pairs.js", "report.js");
    /** Each after those it needs. */
    private static final List<String> LIBRARY = List.of(
            "array",
            "color",
            "format",
            "interpolate",
            "path",
            "time",
            "time-format",
            "scale",
            "selection",
            "axis",
            "shape");

    static Assets read() {
        return new Assets(
                joined(STYLES),
                LIBRARY.stream()
                        .map(part -> text("d3/d3-%1$s/dist/d3-%1$s.min.js".formatted(part)))
                        .collect(Collectors.joining("\n")),
                text("d3/d3-scale/LICENSE"),
                joined(SCRIPTS));
    }

    /** Of the project. */
    static String version() {
        return text("version.txt").strip();
    }

    /** For the meta element: what is written in the page runs, and only that; the page asks nobody for anything. */
    String policy() {
        return "default-src 'none'; style-src %s; script-src %s %s; img-src data:; base-uri 'none'; form-action 'none'"
                .formatted(hash(style), hash(library), hash(script));
    }

    private static String joined(List<String> names) {
        return names.stream().map(Assets::text).collect(Collectors.joining("\n"));
    }

    private static String text(String name) {
        try (InputStream resource = Assets.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-%s'".formatted(Base64.getEncoder().encodeToString(digest));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
