package atlas.http;

import atlas.app.Renderer;
import atlas.app.Tile;
import atlas.app.TileCache;
import atlas.app.TileRenderer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tiles. They never change, so everybody may keep them for a year. */
final class TileEndpoint {
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final TileRenderer renderer;
    private final TileCache cache;

    TileEndpoint(TileRenderer renderer, TileCache cache) {
        this.renderer = renderer;
        this.cache = cache;
    }

    Response tile(Call call) {
        Tile tile = tile(call.captures(), Query.of(call.request().query()));
        Optional<String> held = call.request().header("If-None-Match");
        if (held.filter(tags -> EntityTags.match(tags, tag(tile))).isPresent()) {
            return new Response(304, Map.of("ETag", tag(tile), "Cache-Control", FOREVER), new byte[0]);
        }
        return cache.get(tile)
                .map(png -> image(tile, png, "render;dur=0;desc=\"from cache\""))
                .orElseGet(() -> render(tile));
    }

    private Response render(Tile tile) {
        TileRenderer.Rendering rendering = renderer.render(tile);
        cache.put(tile, rendering.png());
        double millis = rendering.took().toNanos() / 1e6;
        return image(tile, rendering.png(), String.format(Locale.ROOT, "render;dur=%.2f", millis));
    }

    private static Response image(Tile tile, byte[] png, String timing) {
        return new Response(
                200,
                Map.of(
                        "Content-Type",
                        "image/png",
                        "ETag",
                        tag(tile),
                        "Cache-Control",
                        FOREVER,
                        "Server-Timing",
                        timing),
                png);
    }

    private static Tile tile(List<String> captures, Query query) {
        return new Tile(
                Numbers.parse("zoom", captures.get(0)),
                Numbers.parse("x", captures.get(1)),
                Numbers.parse("y", captures.get(2)),
                query.only("iterations")
                        .map(text -> Numbers.parse("iterations", text))
                        .orElse(Tile.DEFAULT_ITERATIONS));
    }

    /** Weak, since two JDKs may compress the same pixels to different bytes. */
    private static String tag(Tile tile) {
        return "W/\"r%s-%d-%d-%d-%d\"".formatted(Renderer.VERSION, tile.zoom(), tile.x(), tile.y(), tile.iterations());
    }
}
