package atlas.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.app.Renderer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiles are the right pixels, and who holds one is not sent it again. */
interface TileContract {
    String TILE = "/tiles/3/2/3.png?iterations=100";
    String TAG = "\"r" + Renderer.VERSION + "-3-2-3-100\"";

    Visitor visitor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tiles/0/0/0.png",
                "/tiles/0/0/0.png?iterations=1",
                "/tiles/5/9/12.png?iterations=5000",
                "/tiles/30/1073741823/1073741823.png?iterations=1",
                "/tiles/30/337250526/501484165.png?iterations=2500",
                "/tiles/3/2/3.png?utm_source=x&iterations=100&&=&iterations2=7"
            })
    default void servesTheSamePixelsAsTheRenderer(String target) throws IOException {
        Response response = visitor().get(target);
        assertEquals(200, response.status());
        Visitor.assertHeader("image/png", response, "Content-Type");
        assertArrayEquals(Pixels.ofTileAt(target), Pixels.of(response.body()));
    }

    @Test
    default void letsAnybodyKeepATileForAYear() throws IOException {
        Response response = visitor().get(TILE);
        Visitor.assertHeader("public, max-age=31536000, immutable", response, "Cache-Control");
        Visitor.assertHeader("W/" + TAG, response, "ETag");
        Visitor.assertHeader(visitor().option(), response, "X-Compute-Option");
        Visitor.assertHeader("nosniff", response, "X-Content-Type-Options");
    }

    @Test
    default void tellsHowLongRenderingTook() throws IOException {
        String timing = visitor().get(TILE).header("Server-Timing").orElse("none");
        assertTrue(timing.matches("render;dur=[0-9]+(\\.[0-9]+)?(;desc=\"from cache\")?"), timing);
    }

    @Test
    default void tagsTilesApartByIterations() throws IOException {
        Optional<String> few = visitor().get("/tiles/3/2/3.png?iterations=10").header("ETag");
        assertNotEquals(few, visitor().get("/tiles/3/2/3.png?iterations=11").header("ETag"));
        assertEquals(
                visitor().get("/tiles/3/2/3.png").header("ETag"),
                visitor().get("/tiles/3/2/3.png?iterations=256").header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W/" + TAG, TAG, "\"other\", W/" + TAG, "W/\"other\"," + TAG + " ,\"more\"", " * "})
    default void sendsNothingToWhoHoldsTheTile(String held) throws IOException {
        Response response = visitor().send(holding(held, TILE));
        assertEquals(304, response.status());
        assertEquals(0, response.body().length);
        Visitor.assertHeader("W/" + TAG, response, "ETag");
        Visitor.assertHeader("public, max-age=31536000, immutable", response, "Cache-Control");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"r0-3-2-3-100\"", "\"other\"", "r1-3-2-3-100", "", "\"", "W/", "\"*\"", ",,,"})
    default void sendsTheTileToWhoHoldsAnother(String held) throws IOException {
        assertEquals(200, visitor().send(holding(held, TILE)).status());
    }

    @Test
    default void refusesABadTileEvenFromWhoHoldsAll() throws IOException {
        assertEquals(400, visitor().send(holding("*", "/tiles/99/0/0.png")).status());
    }

    private static Request holding(String tags, String target) {
        Request get = Request.of("GET", target);
        return new Request("GET", get.path(), get.query(), Map.of("if-none-match", tags), new byte[0]);
    }
}
