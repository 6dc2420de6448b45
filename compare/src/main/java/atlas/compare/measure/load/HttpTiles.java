package atlas.compare.measure.load;

import atlas.app.Tile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** An address at which the app answers, asked with HTTP/1.1 over connections that are kept. */
public final class HttpTiles implements TileSource {
    /** A load balancer or an HTTP API gives up at 30 seconds. */
    private static final Duration TIMEOUT = Duration.ofSeconds(31);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** One for all, as making one takes longer than a tile does. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    private final URI root;

    /** @param root with a slash at its end */
    public HttpTiles(URI root) {
        this.root = root;
    }

    @Override
    public Answer ask(Tile tile) throws IOException, InterruptedException {
        String path = "tiles/%d/%d/%d.png?iterations=%d".formatted(tile.zoom(), tile.x(), tile.y(), tile.iterations());
        HttpResponse<byte[]> response = CLIENT.send(request(path), HttpResponse.BodyHandlers.ofByteArray());
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new Answer(response.statusCode(), headers, response.body().length);
    }

    /** What is at a path, as text; the path is resolved against the root. */
    public HttpResponse<String> text(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).timeout(TIMEOUT).build();
    }
}
