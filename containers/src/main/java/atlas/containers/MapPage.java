package atlas.containers;

import atlas.http.Request;
import atlas.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves the files of one folder below {@code /map/}, where no CDN does it, and leaves all other paths to the app. */
final class MapPage implements Function<Request, Response> {
    /** Of one name only, with no separator in it, so that no path leads out of the folder. */
    private static final Pattern FILE = Pattern.compile("/map/([a-z0-9-]+\\.(html|js|css|svg|png|ico))");

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon");

    /** The CDN's, so that what it would refuse is refused here too. */
    private static final String SECURITY_POLICY = "default-src 'self'; img-src 'self' blob: data:; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private final Path folder;
    private final Function<Request, Response> app;

    MapPage(Path folder, Function<Request, Response> app) {
        this.folder = folder;
        this.app = app;
    }

    @Override
    public Response apply(Request request) {
        boolean asksOnly = request.method().equals("GET") || request.method().equals("HEAD");
        if (asksOnly && request.path().equals("/map")) {
            return new Response(302, Map.of("Location", "/map/", "Content-Length", "0"), new byte[0]);
        }
        String path = request.path().equals("/map/") ? "/map/index.html" : request.path();
        Matcher file = FILE.matcher(path);
        if (!asksOnly || !file.matches() || !Files.isRegularFile(folder.resolve(file.group(1)))) {
            return app.apply(request);
        }
        return serve(
                file.group(1),
                CONTENT_TYPES.get(file.group(2)),
                request.method().equals("HEAD"));
    }

    /** Read anew each time: whoever edits the page reloads it. */
    private Response serve(String name, String contentType, boolean headOnly) {
        try {
            byte[] content = Files.readAllBytes(folder.resolve(name));
            Map<String, String> headers = Map.of(
                    "Content-Type",
                    contentType,
                    "Content-Length",
                    Integer.toString(content.length),
                    "Cache-Control",
                    "no-cache",
                    "Content-Security-Policy",
                    SECURITY_POLICY,
                    "X-Content-Type-Options",
                    "nosniff");
            return new Response(200, headers, headOnly ? new byte[0] : content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
